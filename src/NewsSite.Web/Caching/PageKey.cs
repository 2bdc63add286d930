using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Web.Caching;

/// <summary>Which requests get the same page. The reader's encoding is no part of it: a page is made once and served in three.</summary>
public static class PageKey
{
    /// <summary>The query parameters that any page reads. All others are taken off the request before it reaches one.</summary>
    public static readonly IReadOnlySet<string> KnownParameters = new HashSet<string>(StringComparer.Ordinal) { "before", "after", "p", "article", "parent", "from", "sort", "month" };

    private const int LongestValue = 200;

    /// <summary>What is left of the query: known names, once each, in one order.</summary>
    public static QueryString KnownQuery(QueryString query)
    {
        if (!query.HasValue)
        {
            return QueryString.Empty;
        }
        var known = QueryHelpers.ParseQuery(query.Value)
            .Where(pair => KnownParameters.Contains(pair.Key) && pair.Value is [{ Length: > 0 and <= LongestValue }, ..])
            .OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return QueryString.Create(known.Select(pair => KeyValuePair.Create(pair.Key, new StringValues(pair.Value[0]))));
    }

    /// <param name="name">Scheme and host where links follow the request's own; empty where the site's address is set.</param>
    public static string Of(HttpRequest request, string name) =>
        // Encoded: a question mark inside a path must not look like the query.
        new StringBuilder(name).Append(request.Path.ToUriComponent()).Append(request.QueryString).ToString();
}
