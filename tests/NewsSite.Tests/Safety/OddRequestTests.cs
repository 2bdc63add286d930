using System.Net.Sockets;
using System.Text;
using CsCheck;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

public sealed class OddRequestTests
{
    private static readonly string[] Seeds =
    [
        "/", "/politics", "/politics/1", "/a/323", "/feed.xml", "/rules", "/errors/404", "/errors/abc", "/media/nato-map-320.avif", "/admin", "/health/ready", "/robots.txt",
        "/%D8%A7%D9%84%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9", "/politics/%FF%FE", "/politics/x-99999999999", "/politics/-1", "/a/%00", "/%2e%2e/%2e%2e/etc/passwd", "/politics/%ED%A0%80",
        "/?before=1-1", "/politics?before=999999999999999-1", "/politics?before=%00", "/politics?before=-", "/politics?%FF=%FE", "/politics?before=1-1&before=2-2", "/CON", "//", "/;/..;/", "/politics/" + "a/b/c/d/e",
    ];

    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "BREW"];

    private static readonly string[] Headers =
    [
        "Accept-Language: ar-SA-u-ca-islamic", "Accept-Language: \u00ff\u00fe", "Accept-Encoding: br;q=9", "Accept-Encoding: ,,,;q", "If-None-Match: *", "If-None-Match: garbage", "Range: bytes=9-1",
        "Content-Type: application/x-www-form-urlencoded", "Content-Type: multipart/form-data; boundary=", "Cookie: NewsSite.SignIn=%00", "Cookie: =;=;", "Origin: null", "Referer: \u0001",
        "X-Forwarded-For: 1.1.1.1, x", "If-Modified-Since: yesterday", "Content-Length: 3", "Transfer-Encoding: chunked", "Expect: 100-continue", "Upgrade: websocket", "Accept: \0",
    ];

    private static readonly Gen<string> Path = Gen.Frequency(
        (3, OneOf(Seeds)),
        (2, Gen.Select(OneOf(Seeds), Gen.String[Gen.Char[' ', '\u06ff'], 0, 12], (seed, tail) => seed + Uri.EscapeDataString(tail))),
        (2, Gen.Byte.Array[1, 12].Select(bytes => "/" + string.Concat(bytes.Select(b => $"%{b:X2}")))),
        (1, Gen.String[Gen.Char['!', '~'], 1, 60].Select(text => "/" + text)));

    private static readonly Gen<string> Request = Gen.Select(OneOf(Verbs), Path, OneOf(Headers).Array[0, 3],
        (verb, path, headers) => $"{verb} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    [Fact]
    public async Task Five_thousand_odd_requests_bring_no_server_error()
    {
        await using var site = await TestSite.WithDemoAsync();

        await Request.SampleAsync(async request =>
        {
            var answer = await SendAsync(site.Address, request);
            Assert.False(answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal), $"{request}\n{answer}\n{string.Join('\n', site.Complaints.All.TakeLast(3))}");
        }, iter: 5_000, threads: 4);

        Assert.DoesNotContain(site.Complaints.All, said => said.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_with_a_status_of_its_own()
    {
        await using var site = await TestSite.WithDemoAsync();

        // The answer may be lost when the server hangs up on what it has not read; a client then tries again.
        await Eventually.Async(async () => (await SendAsync(site.Address, $"GET /{new string('a', 8_200)} HTTP/1.1\r\nHost: localhost\r\n\r\n")).StartsWith("HTTP/1.1 414", StringComparison.Ordinal));
        await Eventually.Async(async () => (await SendAsync(site.Address, $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', 32_900)}\r\n\r\n")).StartsWith("HTTP/1.1 431", StringComparison.Ordinal));
    }

    // A client of our own: HttpClient would refuse to send most of this.
    private static async Task<string> SendAsync(Uri address, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            socket.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadLineAsync() ?? "";
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // Hung up on: the server's right.
            return "";
        }
    }
}
