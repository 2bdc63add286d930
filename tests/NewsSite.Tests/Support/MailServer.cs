using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace NewsSite.Tests.Support;

/// <summary>A mail server that speaks as much SMTP as a client needs, and keeps what it is given.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(string To, byte[] Message)> taken = [];
    private readonly Task listening;

    public MailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What is said to <c>RCPT TO</c>.</summary>
    public string Answer { get; set; } = "250 ok";

    /// <summary>How often somebody wanted to send.</summary>
    public int Asked { get; private set; }

    public IReadOnlyList<string> Recipients => [.. taken.Select(one => one.To)];

    public IReadOnlyList<MimeMessage> Messages => [.. taken.Select(one => MimeMessage.Load(new MemoryStream(one.Message)))];

    public string[] Settings => ["--Smtp:Host=127.0.0.1", $"--Smtp:Port={Port}", "--Smtp:From=news@paper.example"];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var to = "";
        try
        {
            await writer.WriteLineAsync("220 mail.test");
            while (await reader.ReadLineAsync(stop.Token) is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                if (line.StartsWith("RCPT TO:", StringComparison.Ordinal))
                {
                    (to, Asked) = (line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)], Asked + 1);
                }
                else if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    taken.Enqueue((to, await ReadMessageAsync(reader)));
                }
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? Answer : line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail.test\r\n250 8BITMIME" : "250 ok");
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The other side, or the test, has hung up.
        }
    }

    private async Task<byte[]> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        return Encoding.Latin1.GetBytes(message.ToString());
    }
}
