using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.TagHelpers;

/// <summary><c>&lt;date at="…" /&gt;</c>: «12 يناير 2022» for people, ISO 8601 for machines.</summary>
[HtmlTargetElement("date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(Words words) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        MachineTime.Write(output, At);
        output.Content.SetContent(words.Date(At));
    }
}

/// <summary><c>&lt;ago at="…" /&gt;</c>: «منذ أسبوع واحد», with the date in the title. The page is made anew when the words change.</summary>
[HtmlTargetElement("ago", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgoTagHelper(Words words, PageFrame frame, PageNotes notes) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var time = RelativeTime.Since(At, frame.Now);
        notes.ChangeBy(time.ChangesAt);
        MachineTime.Write(output, At);
        output.Attributes.SetAttribute("data-ago", "");
        output.Attributes.SetAttribute("title", words.DateAndTime(At));
        output.Content.SetContent(words.Ago(time));
    }
}

/// <summary><c>&lt;clock at="…" /&gt;</c>: «16:42» today, the date on other days; for lists in order of time.</summary>
[HtmlTargetElement("clock", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClockTagHelper(Words words) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        MachineTime.Write(output, At);
        output.Content.SetContent(words.IsToday(At) ? words.Time(At) : words.IsThisYear(At) ? words.ShortDate(At) : words.Date(At));
    }
}

internal static class MachineTime
{
    public static void Write(TagHelperOutput output, DateTimeOffset at)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
