using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsSite.Comments.Yours;

namespace NewsSite.Web.Comments;

/// <summary>A writer's file as they take it away: for people as well as for programs, so with readable letters and names.</summary>
public static class YourJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="absolute">Makes whole addresses of paths.</param>
    public static byte[] Of(YourFile file, string site, DateTimeOffset now, Func<string, string> absolute) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Site = site,
        Made = now,
        file.Email,
        file.Bans,
        file.Follows,
        file.Refusals,
        file.Reports,
        Comments = file.Comments.Select(one => new
        {
            Number = one.Id,
            Address = one.Address is { } address ? absolute(address) : null,
            Story = new { one.Headline, Address = one.StoryAddress is { } story ? absolute(story) : null },
            one.AnswerTo,
            one.Name,
            Text = one.Body,
            Written = one.At,
            one.State,
            one.Rule,
            NetworkAddressKept = one.HasNetworkKey ? "as a keyed hash" : "no",
            one.Decisions,
            one.Appeal,
            one.TellsDecisions,
        }),
    }, Readable);
}
