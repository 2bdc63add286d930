using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsSite.Benchmarks.Comments;

/// <summary>
/// What the site is measured against: comments as they are usually taken with EF Core, without rules, limits, log or cache. One row, one transaction, safe on the disk.
/// </summary>
internal static class PlainSite
{
    /// <summary>A page that is nothing but bytes from memory, as many as a story compressed.</summary>
    public const string Page = "/page";

    private const int PageBytes = 11_000;

    internal sealed class PlainComment
    {
        public int Id { get; set; }
        public int ArticleId { get; set; }
        public int? ParentId { get; set; }
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Body { get; set; } = "";
        public DateTime At { get; set; }
    }

    internal sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
    {
        public DbSet<PlainComment> Comments => Set<PlainComment>();

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<PlainComment>().HasIndex(comment => new { comment.ArticleId, comment.At });
    }

    internal sealed record PlainInput([FromForm(Name = "Input.Name")] string Name, [FromForm(Name = "Input.Email")] string Email, [FromForm(Name = "Input.Body")] string Body, [FromForm(Name = "Input.ParentId")] string? ParentId);

    private sealed class SafeOnDisk : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <param name="connection">Of PostgreSQL; null: an SQLite file of its own.</param>
    public static async Task RunAsync(string? connection)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-benchmark-");
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<PlainDb>(options => _ = connection is null ? options.UseSqlite($"Data Source={folder.FullName}/plain.db").AddInterceptors(new SafeOnDisk()) : options.UseNpgsql(connection));
        await using var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlainDb>();
            // EF makes an SQLite file in WAL.
            await db.Database.EnsureCreatedAsync();
        }
        app.MapPost("/comments/new", async (int article, [AsParameters] PlainInput input, PlainDb db, HttpContext context) =>
        {
            var comment = new PlainComment { ArticleId = article, Name = input.Name, Email = input.Email, Body = input.Body, ParentId = int.TryParse(input.ParentId, out var parent) ? parent : null, At = DateTime.UtcNow };
            db.Add(comment);
            await db.SaveChangesAsync();
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"/#comment-{comment.Id}";
        }).DisableAntiforgery();
        var page = new byte[PageBytes];
        app.MapGet(Page, context => context.Response.Body.WriteAsync(page).AsTask());
        await app.StartAsync();
        Console.WriteLine($"plain at {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        folder.Delete(recursive: true);
    }
}
