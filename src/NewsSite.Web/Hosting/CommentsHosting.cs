using System.Globalization;
using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Hosting;

public static class CommentsHosting
{
    public static void AddComments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new CommentLimits(PerMinute(builder.Configuration["Comments:PerMinute"])));
        builder.Services.AddSingleton(new CommentRetention(
            Days(builder.Configuration, "Comments:RefusedDays", CommentRetention.MostRefused), Days(builder.Configuration, "Comments:NetworkDays", CommentRetention.MostNetwork)));
        builder.Services.AddSingleton<MyComments>();
        builder.Services.AddSingleton<ProvenMailbox>();
        builder.Services.AddScoped<CommentOwner>();
        builder.Services.AddScoped<ProofLetter>();
        builder.Services.AddScoped<ProofLetters>();
        builder.Services.AddScoped<PrivacyFacts>();
        builder.Services.AddSingleton<VoterCookie>();
        builder.Services.AddHostedService<SweepComments>();
        builder.Services.AddHostedService<WatchHeat>();
        builder.Services.AddSingleton<CommentWordings>();
        builder.Services.AddHostedService<WriteCommentLetters>();
        builder.Services.AddScoped<CommentsReading>();
        builder.Services.AddScoped<CommentAnswers>();
        builder.Services.AddScoped<IAnswerLetters, AnswerLetters>();
    }

    // What /privacy promises may be bettered, not broken.
    private static int Days(ConfigurationManager configuration, string name, int most) => configuration[name] is not { } written || string.IsNullOrWhiteSpace(written) ? most
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= most ? days
        : throw new InvalidOperationException($"{name} must be a whole number from 1 to {most}, not '{written}'.");

    private static int PerMinute(string? written) => string.IsNullOrWhiteSpace(written) ? CommentLimits.Usual
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"Comments:PerMinute must be a whole number, 0 for no limit, not '{written}'.");
}
