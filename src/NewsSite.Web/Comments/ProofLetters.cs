using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.Yours;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Comments;

/// <summary>Somebody wants to see what is kept under their address. Whether there is anything shows neither in the answer nor in the work; the letter tells its owner alone.</summary>
public sealed class ProofLetters(NewsDb db, SiteKey key, Outbox outbox, SignInTries tries, YourComments yours, ProofLetter letter)
{
    /// <summary>Nobody's letter box is to be filled through us.</summary>
    public static readonly TryLimit ByMailbox = new("letters about comments", Most: 3, TimeSpan.FromHours(1));

    /// <summary>Many readers share one network address; nobody is to try out a list of letter boxes from it.</summary>
    public static readonly TryLimit ByNetwork = new("letters about comments, by network address", Most: 20, TimeSpan.FromHours(1));

    /// <returns>False where the network address has asked too often.</returns>
    public async Task<bool> AskAsync(string email, IPAddress? from, CancellationToken cancel)
    {
        if (from is not null && !await tries.BeginAsync(ByNetwork, CommenterKeys.AddressKey(key, from), cancel))
        {
            return false;
        }
        var mayTry = await tries.BeginAsync(ByMailbox, CommenterKeys.EmailKey(key, email), cancel);
        await db.AloneAsync(async () =>
        {
            var isTheirs = !(await yours.TracesAsync(email, cancel)).AreNone && mayTry;
            outbox.Add(db, letter.To(isTheirs ? email : "nobody@nowhere.invalid"));
            await db.SaveChangesAsync(cancel);
            // A stranger's letter is written like any other, and taken back before anybody could send it.
            var written = db.OutgoingLetters.Local.Single().Id;
            return await db.OutgoingLetters.Where(one => one.Id == written && !isTheirs).ExecuteDeleteAsync(cancel);
        }, cancel);
        return true;
    }
}

/// <summary>The letter with the link.</summary>
public sealed class ProofLetter(MailboxProofs proofs, Words words, PageFrame frame, LetterLinks links)
{
    public Letter To(string to) => new(
        to, frame.Language,
        words.With("Yours.Letter.Subject", frame.Settings.Name),
        [words.With("Yours.Letter.Text", frame.Settings.Name), words.With("Yours.Letter.Link", words.Count("Span.Minute", (long)MailboxProofs.LinkLasts.TotalMinutes))],
        new LetterButton(words["Yours.Letter.Button"], links.To($"{Address.Yours(frame.Language)}?proof={proofs.Link(to)}")))
    {
        Footnote = words["Yours.Letter.Unasked"],
    };
}
