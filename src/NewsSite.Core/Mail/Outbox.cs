using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>Where a feature leaves its letters. They are rows of the transaction of their cause: sent if it is, never if it is not.</summary>
public sealed class Outbox(SiteKey key, TimeProvider clock)
{
    private static readonly string[] Ours =
        ["From", "Sender", "To", "Cc", "Bcc", "Subject", "Date", "Message-Id", "Auto-Submitted", "Content-Language", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"];

    private readonly Seal seal = SealOf(key);

    /// <summary>Adds the letter to the context; whoever called saves it.</summary>
    /// <param name="rests">How long it can be taken back before it goes out.</param>
    /// <exception cref="FormatException">It cannot be sent to that address, or links to something that is no web address.</exception>
    public void Add(NewsDb db, Letter letter, TimeSpan rests = default)
    {
        Check(letter);
        db.Add(new OutgoingLetter(Close(letter), clock.Now, rests));
    }

    /// <summary>Takes back what has not gone out yet.</summary>
    /// <param name="matters">By <see cref="Letter.Matter"/>.</param>
    /// <param name="since">When the first of them was written.</param>
    /// <returns>The matters of what was taken back.</returns>
    public async Task<IReadOnlySet<string>> WithdrawAsync(NewsDb db, IReadOnlyCollection<string> matters, DateTimeOffset since, CancellationToken cancel)
    {
        var rows = await db.OutgoingLetters.Where(letter => letter.CreatedAt >= since && letter.GivenUpAt == null).Select(letter => new { letter.Id, letter.Content }).ToListAsync(cancel);
        var found = rows.Select(row => (row.Id, Read(seal, row.Content)?.Matter)).Where(row => row.Matter is { } matter && matters.Contains(matter)).ToList();
        var gone = found.ConvertAll(row => row.Id);
        await db.OutgoingLetters.Where(letter => gone.Contains(letter.Id)).ExecuteDeleteAsync(cancel);
        return found.Select(row => row.Matter!).ToHashSet();
    }

    /// <summary>
    /// Takes back what has not gone out yet, as far as it can be unsealed: letters to somebody, and of other letters the parts that tell what is to be told no more.
    /// At once, in the caller's transaction: a letter that is sent meanwhile is no fault.
    /// </summary>
    /// <param name="isFor">Of the address.</param>
    public async Task WithdrawAsync(NewsDb db, Func<string, bool> isFor, Func<LetterPart, bool> tells, CancellationToken cancel)
    {
        var gone = new List<long>();
        foreach (var row in await db.OutgoingLetters.Select(letter => new { letter.Id, letter.Content }).ToListAsync(cancel))
        {
            if (Read(seal, row.Content) is not { } letter)
            {
                continue;
            }
            LetterPart[] left = [.. letter.Parts.Where(part => !tells(part))];
            if (isFor(letter.To) || (left.Length == 0 && letter.Parts.Count > 0))
            {
                gone.Add(row.Id);
            }
            else if (left.Length < letter.Parts.Count)
            {
                var rest = Close(letter with { Parts = left });
                await db.OutgoingLetters.Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Content, rest), cancel);
            }
        }
        await db.OutgoingLetters.Where(letter => gone.Contains(letter.Id)).ExecuteDeleteAsync(cancel);
    }

    private byte[] Close(Letter letter) => seal.Close(JsonSerializer.SerializeToUtf8Bytes(letter));

    /// <returns>null where it was damaged, or sealed with another key.</returns>
    internal static Letter? Read(Seal seal, byte[] content)
    {
        try
        {
            return seal.Open(content) is { } plain ? JsonSerializer.Deserialize<Letter>(plain) : null;
        }
        catch (Exception damaged) when (damaged is CryptographicException or JsonException)
        {
            return null;
        }
    }

    internal static Seal SealOf(SiteKey key) => new(key, "outgoing letters");

    /// <summary>Whether mail can be addressed so: one bare address, no name, no list.</summary>
    public static bool CanSendTo(string address) =>
        address.Contains('@', StringComparison.Ordinal) && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address;

    // Now, while the caller can still be told; a letter found wanting later would only be given up.
    private static void Check(Letter letter)
    {
        if (!CanSendTo(letter.To))
        {
            throw new FormatException("A letter needs one email address.");
        }
        if (letter.Parts.Select(part => part.Link).Append(letter.Button).Append(letter.FootLink).OfType<LetterButton>().Any(button => !(Uri.TryCreate(button.Address, UriKind.Absolute, out var link) && link.Scheme is "https" or "http")))
        {
            throw new FormatException("A letter's button needs a whole web address.");
        }
        if (letter.Headers.Keys.FirstOrDefault(name => !IsHeaderName(name)) is { } wrong)
        {
            throw new FormatException($"'{wrong}' is no header that a letter may set.");
        }
    }

    private static bool IsHeaderName(string name) =>
        name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') && !Ours.Contains(name, StringComparer.OrdinalIgnoreCase);
}
