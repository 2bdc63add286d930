using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsSite.Web.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Email" label="Account.Email" type="email" /&gt;</c>: label, sentence where it is wrong, and the control, tied together for eyes and ears.
/// <c>type</c> may also be <c>textarea</c>, <c>select</c> (with <c>options</c>) and <c>checkbox</c>. Other attributes go to the control.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Words words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    /// <summary>The label's resource.</summary>
    public string Label { get; set; } = "";

    /// <summary>The resource of a sentence under the label; none by default.</summary>
    public string? Hint { get; set; }

    public string Type { get; set; } = "text";
    public bool Required { get; set; }
    public int? Rows { get; set; }
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    private string Id => For.Name.Replace('.', '_');

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = View.ModelState.TryGetValue(For.Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var control = Control();
        foreach (var attribute in output.Attributes.ToList())
        {
            control.Attributes[attribute.Name] = attribute.Value is HtmlString html ? html.Value : attribute.Value?.ToString();
            output.Attributes.Remove(attribute);
        }
        Describe(control, error);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Type == "checkbox" ? "field field--check" : "field");
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id } };
        label.InnerHtml.Append(words[Label]);
        if (Required)
        {
            label.InnerHtml.AppendHtml(" <span aria-hidden=\"true\">*</span>");
        }
        if (Type == "checkbox")
        {
            output.Content.AppendHtml(control).AppendHtml(label);
        }
        else
        {
            output.Content.AppendHtml(label);
        }
        Sentence(output, "hint", Hint is null ? null : words[Hint]);
        Sentence(output, "error", error);
        if (Type != "checkbox")
        {
            output.Content.AppendHtml(control);
        }
    }

    private void Sentence(TagHelperOutput output, string kind, string? sentence)
    {
        if (sentence is not null)
        {
            var line = new TagBuilder("p") { Attributes = { ["id"] = $"{Id}-{kind}", ["class"] = $"field__{kind}" } };
            line.InnerHtml.Append(sentence);
            output.Content.AppendHtml(line);
        }
    }

    private void Describe(TagBuilder control, string? error)
    {
        control.Attributes["id"] = Id;
        control.Attributes["name"] = For.Name;
        if (Required)
        {
            control.Attributes["required"] = "";
        }
        if (error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
        if (error is not null && FirstWrong == For.Name)
        {
            control.Attributes["autofocus"] = "";
        }
        if (error is not null || Hint is not null)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', new[] { error is null ? null : $"{Id}-error", Hint is null ? null : $"{Id}-hint" }.OfType<string>());
        }
    }

    // Focus goes to the first field in error, without script.
    private string? FirstWrong => View.ModelState.Where(entry => entry.Value?.Errors.Count > 0).Select(entry => entry.Key).FirstOrDefault();

    private TagBuilder Control()
    {
        // A password is never sent back.
        var value = Type == "password" ? "" : View.ModelState.TryGetValue(For.Name, out var entry) && entry.AttemptedValue is { } typed
            ? typed
            : Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";
        return Type switch
        {
            "textarea" => TextArea(value),
            "select" => Select(value),
            "checkbox" => Check(),
            // A browser would not believe a file's name from us.
            "file" => new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = Type } },
            _ => new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = Type, ["value"] = value } },
        };
    }

    private TagBuilder TextArea(string value)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = (Rows ?? 4).ToString(CultureInfo.InvariantCulture) } };
        // HTML swallows the first line feed of a textarea.
        area.InnerHtml.AppendHtml("\n").Append(value);
        return area;
    }

    private TagBuilder Select(string value)
    {
        var select = new TagBuilder("select");
        foreach (var one in Options)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = one.Value } };
            if (one.Value == value)
            {
                option.Attributes["selected"] = "";
            }
            option.InnerHtml.Append(one.Text);
            select.InnerHtml.AppendHtml(option);
        }
        return select;
    }

    private TagBuilder Check()
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "checkbox", ["value"] = "true" } };
        if (For.Model is true)
        {
            box.Attributes["checked"] = "";
        }
        return box;
    }
}
