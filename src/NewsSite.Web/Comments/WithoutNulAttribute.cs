using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsSite.Web.Comments;

/// <summary>A form with a NUL in it is refused whole before any page sees it; here the NUL alone goes, and the rest is read as it is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutNulAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    private const string Nul = "%00";

    // Before the limits of the form are set and the form is read.
    public int Order => -3_000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var written = new MemoryStream();
            await request.Body.CopyToAsync(written, context.HttpContext.RequestAborted);
            var body = written.GetBuffer().AsMemory(0, (int)written.Length);
            request.Body = new MemoryStream(body.Span.IndexOf("%00"u8) < 0 ? body.ToArray() : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body.Span).Replace(Nul, "", StringComparison.Ordinal)));
        }
        await next();
    }
}
