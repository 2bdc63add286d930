using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>The single way in which a picture enters; pages and imports use it. A refusal leaves nothing behind.</summary>
public sealed class PictureIntake(NewsDb db, MediaFolder media, Darkroom darkroom, RenditionBell bell, TimeProvider clock)
{
    public const int MaxBytes = 25 << 20;

    private const int SqliteFull = 13;

    /// <param name="takenBy">The number of whoever brings it; null: nobody, an import say.</param>
    public async Task<IntakeOutcome> TakeAsync(Stream bytes, string fileName, int? takenBy, CancellationToken cancel)
    {
        var spool = "";
        try
        {
            spool = media.TemporaryFile();
            var (hash, head, fault) = await ReceiveAsync(bytes, spool, cancel);
            return fault is { } refusal ? new IntakeOutcome.Refused(refusal)
                : await FindAsync(hash, cancel) is { } same ? new IntakeOutcome.AlreadyThere(same)
                : await DevelopAsync(spool, head, hash, fileName, takenBy, cancel);
        }
        catch (IOException fault) when (MediaFolder.IsFull(fault))
        {
            return new IntakeOutcome.Refused(PictureFault.DiskFull);
        }
        catch (DbUpdateException fault) when (fault.InnerException is SqliteException { SqliteErrorCode: SqliteFull })
        {
            return new IntakeOutcome.Refused(PictureFault.DiskFull);
        }
        finally
        {
            if (spool.Length > 0)
            {
                File.Delete(spool);
            }
        }
    }

    // Onto the disk, not into memory: senders are slow, and many may send at once.
    private static async Task<(string Hash, byte[] Head, PictureFault? Fault)> ReceiveAsync(Stream bytes, string spool, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(spool, FileMode.CreateNew, FileAccess.Write);
        var (head, buffer, length) = (new MemoryStream(), new byte[64 << 10], 0L);
        for (int read; (read = await bytes.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((length += read) > MaxBytes)
            {
                return ("", [], PictureFault.TooLarge);
            }
            head.Write(buffer, 0, (int)Math.Min(read, PictureKinds.HeadLength - head.Length));
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), head.ToArray(), null);
    }

    private async Task<IntakeOutcome> DevelopAsync(string spool, byte[] head, string hash, string fileName, int? takenBy, CancellationToken cancel)
    {
        var (known, otherwise) = PictureKinds.Of(head);
        if (known is not { } kind)
        {
            return new IntakeOutcome.Refused(otherwise);
        }
        var (master, fault) = await darkroom.DevelopAsync(spool, kind, cancel);
        return master is null
            ? new IntakeOutcome.Refused(fault)
            : await KeepAsync(master, new Picture(Picture.NewKey(), master, hash, fileName, takenBy, clock.Now), cancel);
    }

    // The file before the row that names it: a page never shows a picture that is not there.
    private async Task<IntakeOutcome> KeepAsync(Master master, Picture picture, CancellationToken cancel)
    {
        var saved = false;
        try
        {
            await media.WriteAsync(picture.MasterName, master.Bytes, cancel);
            db.Add(picture);
            await db.SaveChangesAsync(cancel);
            saved = true;
            bell.Ring();
            return new IntakeOutcome.Taken(picture);
        }
        catch (DbUpdateException)
        {
            db.Entry(picture).State = EntityState.Detached;
            // Somebody else sent the same in the same second; or else it is the database's own trouble.
            if (await FindAsync(picture.ContentHash!, cancel) is { } same)
            {
                return new IntakeOutcome.AlreadyThere(same);
            }
            throw;
        }
        finally
        {
            if (!saved)
            {
                media.Delete(picture.MasterName);
            }
        }
    }

    private Task<Picture?> FindAsync(string hash, CancellationToken cancel) => db.Pictures.FirstOrDefaultAsync(p => p.ContentHash == hash, cancel);
}
