using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Caching;

internal sealed class EvictionMapping : IEntityTypeConfiguration<Eviction>
{
    public void Configure(EntityTypeBuilder<Eviction> eviction)
    {
        eviction.Property(e => e.Tag).HasMaxLength(60);
        eviction.HasIndex(e => e.At);
    }
}
