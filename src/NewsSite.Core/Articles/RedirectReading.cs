namespace NewsSite.Articles;

public enum RedirectFault { NotAnOldAddress, NotATarget, TooLong, LeadsToItself, LeadsInARing }

/// <summary>What somebody wrote as an old and a new address: a redirect, or why it is none.</summary>
public abstract record RedirectReading
{
    public sealed record Fit(Redirect Redirect) : RedirectReading;
    public sealed record Faulty(RedirectFault Fault) : RedirectReading;

    /// <summary>Hosts and percent-encoding may be there or not.</summary>
    public static RedirectReading Of(string from, string to, DateTimeOffset now)
    {
        to = to.Trim();
        if (PathOf(from) is not { } path)
        {
            return new Faulty(RedirectFault.NotAnOldAddress);
        }
        if (!IsTarget(to))
        {
            return new Faulty(RedirectFault.NotATarget);
        }
        var redirect = new Redirect(path, Encoded(to), now);
        return redirect.Path.Length > Redirect.MaxPath || redirect.Target.Length > Redirect.MaxPath ? new Faulty(RedirectFault.TooLong)
            : redirect.Path == redirect.TargetPath ? new Faulty(RedirectFault.LeadsToItself)
            : new Fit(redirect);
    }

    private static string? PathOf(string address)
    {
        var path = address.Trim();
        if (Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            path = absolute.AbsolutePath;
        }
        return path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : null;
    }

    private static bool IsTarget(string target) =>
        (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https");

    private static string Encoded(string target)
    {
        if (!target.StartsWith('/'))
        {
            return new Uri(target).AbsoluteUri;
        }
        var end = target.AsSpan().IndexOfAny('?', '#') is var at and >= 0 ? at : target.Length;
        var tail = end == target.Length ? "" : new Uri("http://here/" + target[end..]) is var rest ? rest.Query + rest.Fragment : "";
        return string.Join('/', target[..end].Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part)))) + tail;
    }
}
