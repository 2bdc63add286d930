using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Mail;

internal sealed class OutgoingLetterMapping : IEntityTypeConfiguration<OutgoingLetter>
{
    public void Configure(EntityTypeBuilder<OutgoingLetter> letter)
    {
        letter.ToTable("OutgoingLetters");
        letter.Property(l => l.LastFault).HasMaxLength(OutgoingLetter.MaxFault);
        letter.HasIndex(l => l.NextTryAt);
    }
}
