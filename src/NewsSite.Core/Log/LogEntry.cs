using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Log;

/// <summary>What somebody did, written in the transaction of the deed and never changed.</summary>
public sealed class LogEntry
{
    public const int MaxAct = 40, MaxSubject = 200, MaxDetail = 1_000;

    private LogEntry() { }

    /// <param name="by">null: the program itself, or its command line.</param>
    /// <param name="act">Named by the feature, as <c>story.published</c>; its words are the resource <c>Act.story.published</c>.</param>
    /// <param name="subject">What it was done to, as its page is called now; it may be called otherwise later.</param>
    public LogEntry(StaffMember? by, string act, string subject, DateTimeOffset at, int? subjectId = null, string detail = "")
    {
        (ById, ByName) = (by?.Id, by?.Name ?? "");
        Act = act;
        Subject = Cut(subject, MaxSubject);
        SubjectId = subjectId;
        Detail = Cut(detail, MaxDetail);
        At = at;
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public int? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public string Act { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public int? SubjectId { get; private set; }
    public string Detail { get; private set; } = "";

    private static string Cut(string text, int most) => CleanText.Of(text).Trim() is var fit && fit.Length > most ? fit[..(char.IsHighSurrogate(fit[most - 1]) ? most - 1 : most)] : fit;
}

internal sealed class LogMapping : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.Property(e => e.ByName).HasMaxLength(User.MaxName);
        entry.Property(e => e.Act).HasMaxLength(LogEntry.MaxAct);
        entry.Property(e => e.Subject).HasMaxLength(LogEntry.MaxSubject);
        entry.Property(e => e.Detail).HasMaxLength(LogEntry.MaxDetail);
        entry.HasIndex(e => new { e.Act, e.SubjectId });
        entry.HasIndex(e => new { e.ById, e.Id });
    }
}
