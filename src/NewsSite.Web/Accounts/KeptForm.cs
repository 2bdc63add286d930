namespace NewsSite.Web.Accounts;

/// <summary>
/// What somebody sent to the newsroom after their sign-in had ended. It travels, as hidden fields, through the pages of the way in,
/// and is offered for sending again behind them: nothing that was typed is lost, with or without script.
/// </summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string Prefix = "Kept.", PathField = "KeptPath", Token = "__RequestVerificationToken";

    public IEnumerable<KeyValuePair<string, string>> HiddenFields => [new(PathField, Path), .. Fields.Select(one => new KeyValuePair<string, string>(Prefix + one.Key, one.Value))];

    /// <summary>Of a form that was refused just now. null: none, or not one of the newsroom's.</summary>
    public static async Task<KeptForm?> OfRefusedAsync(HttpRequest request, PathString path, QueryString query, CancellationToken cancel)
    {
        if (!request.HasFormContentType || !path.StartsWithSegments("/admin"))
        {
            return null;
        }
        if (await ReadAsync(request, cancel) is not { } form)
        {
            return null;
        }
        return new(path + query.ToString(), [.. Pairs(form).Where(one => one.Key != Token)]);
    }

    /// <summary>Of one that is under way through the pages of the way in.</summary>
    public static async Task<KeptForm?> UnderWayAsync(HttpRequest request, CancellationToken cancel)
    {
        // Only the newsroom's own addresses: it will be sent there with a sign-in.
        if (!request.HasFormContentType || await ReadAsync(request, cancel) is not { } form || form[PathField].ToString() is not { } path || !path.StartsWith("/admin/", StringComparison.Ordinal))
        {
            return null;
        }
        return new(path, [.. Pairs(form).Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(one => new KeyValuePair<string, string>(one.Key[Prefix.Length..], one.Value))]);
    }

    // One that cannot be read holds nothing that could be kept.
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IFormCollection form) =>
        form.SelectMany(one => one.Value.Select(value => new KeyValuePair<string, string>(one.Key, value ?? "")));
}
