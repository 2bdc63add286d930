using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

/// <summary>The one-time link by which the first administrator is made. It lives in this process's memory only, for an hour from the start.</summary>
public sealed class SetUpLink(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private byte[]? key;
    private DateTimeOffset madeAt;

    /// <summary>A new link; an older one is dead.</summary>
    public string Make()
    {
        key = RandomNumberGenerator.GetBytes(32);
        madeAt = clock.Now;
        return $"/account/set-up?key={WebEncoders.Base64UrlEncode(key)}";
    }

    public bool Opens(string? given) =>
        key is not null && clock.Now - madeAt < Lasts && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(key)), Encoding.UTF8.GetBytes(given ?? ""));

    public void Dispose() => turn.Dispose();

    /// <summary>Runs <paramref name="act"/> for one caller at a time while the link holds; it dies once that has succeeded.</summary>
    /// <returns>false: the link was dead.</returns>
    public async Task<bool> UseAsync(string? given, Func<Task<bool>> act, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (!Opens(given))
            {
                return false;
            }
            if (await act())
            {
                key = null;
            }
            return true;
        }
        finally
        {
            turn.Release();
        }
    }
}
