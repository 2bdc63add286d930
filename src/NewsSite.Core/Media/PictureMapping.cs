using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Media;

internal sealed class PictureMapping : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.Property(p => p.Key).HasMaxLength(Picture.MaxKey);
        picture.Property(p => p.CropKey).HasMaxLength(Picture.MaxKey + 12);
        picture.Property(p => p.MasterFormat).HasMaxLength(4);
        picture.Property(p => p.ContentHash).HasMaxLength(64);
        picture.Property(p => p.FileName).HasMaxLength(Picture.MaxFileName);
        picture.Property(p => p.AlternativeText).HasMaxLength(Picture.MaxAlternativeText);
        picture.Property(p => p.Caption).HasMaxLength(Picture.MaxCaption);
        picture.Property(p => p.Credit).HasMaxLength(Picture.MaxCredit);
        // Whoever finishes renditions must not undo a focal point that was set meanwhile.
        picture.Property(p => p.FocusVersion).IsConcurrencyToken();
        picture.HasIndex(p => p.Key).IsUnique();
        picture.HasIndex(p => p.ContentHash).IsUnique();
        picture.HasIndex(p => p.AwaitsRenditions).HasFilter("\"AwaitsRenditions\"");
        picture.Ignore(p => p.MasterName).Ignore(p => p.FileNames).Ignore(p => p.RenditionsFailed);
    }
}
