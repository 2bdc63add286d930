namespace NewsSite.Web.Accounts;

/// <summary>«Firefox · Windows» from what a browser says of itself; enough to know one's own devices by.</summary>
public static class Browsers
{
    private static readonly (string Sign, string Name)[] Programs =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    public static string Name(string userAgent)
    {
        var known = new[] { Programs, Systems }.Select(kind => kind.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name).OfType<string>().ToList();
        return known.Count > 0 ? string.Join(" · ", known) : userAgent.Length > 0 ? userAgent : "—";
    }
}
