namespace NewsSite.Media;

public abstract record IntakeOutcome
{
    private IntakeOutcome() { }

    public sealed record Taken(Picture Picture) : IntakeOutcome;

    /// <summary>The same bytes came before: the picture that they became, with the words that somebody may have given it.</summary>
    public sealed record AlreadyThere(Picture Picture) : IntakeOutcome;

    /// <summary>Nothing of it was kept.</summary>
    public sealed record Refused(PictureFault Fault) : IntakeOutcome;
}
