using System.Globalization;
using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Hosting;

public static class CommentsHosting
{
    public static void AddComments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new CommentLimits(PerMinute(builder.Configuration["Comments:PerMinute"])));
        builder.Services.AddSingleton<MyComments>();
        builder.Services.AddHostedService<SweepComments>();
        builder.Services.AddSingleton<CommentWordings>();
        builder.Services.AddHostedService<WriteCommentLetters>();
        builder.Services.AddScoped<CommentsReading>();
        builder.Services.AddScoped<CommentAnswers>();
    }

    private static int PerMinute(string? written) => string.IsNullOrWhiteSpace(written) ? CommentLimits.Usual
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"Comments:PerMinute must be a whole number, 0 for no limit, not '{written}'.");
}
