namespace NewsSite.Accounts;

/// <summary>Who acts, as far as the newsroom's rules ask. What each may do is decided here and nowhere else.</summary>
public sealed record StaffMember(int Id, string Name, Role Role, bool Moderates, bool HasSecondFactor = false)
{
    public bool MayWrite => Role >= Role.Reporter;
    public bool MayPublish => Role >= Role.Editor;
    public bool MayModerate => Moderates || Role >= Role.Editor;
    public bool MayAdminister => Role >= Role.Administrator;
}
