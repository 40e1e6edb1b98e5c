using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace NemoBot.Settings;

/// <summary>The words for a setting's value and for what is wrong with it.</summary>
internal static class SettingsText
{
    /// <summary>The value does not have the form of its type.</summary>
    public static string Malformed(Setting setting, string value) =>
        $"{setting.Path} is {Quote(setting, value)}, which is not {KindOf(setting)}; for example {ExampleOf(setting)}.";

    /// <summary>The value has the right form and breaks a rule.</summary>
    public static string Invalid(Setting setting, object? value, ValidationAttribute rule) => rule switch
    {
        { ErrorMessage: { } own } when !own.Contains("{0}", StringComparison.Ordinal) => own,
        RequiredAttribute => $"{setting.Path} is empty; set it, for example to {ExampleOf(setting)}.",
        RangeAttribute range => $"{setting.Path} is {Show(value)}; it must be {Bounds(range)}, for example {ExampleOf(setting)}.",
        AllowedValuesAttribute allowed => $"{setting.Path} is {Show(value)}; it must be one of {string.Join(", ", allowed.Values.Select(Show))}, for example {ExampleOf(setting)}.",
        StringLengthAttribute length => $"{setting.Path} is too long; it may have {length.MaximumLength} characters.",
        UrlAttribute => $"{setting.Path} is {Quote(setting, Show(value))}, which is not a full address; for example {ExampleOf(setting)}.",
        RegularExpressionAttribute form => $"{setting.Path} has characters that are not allowed; its form is {form.Pattern}.",
        _ => $"{setting.Path} is not valid: {rule.FormatErrorMessage(setting.Property.Name)}",
    };

    /// <summary>What the value is, in words.</summary>
    public static string KindOf(Setting setting) => setting.Type switch
    {
        { IsEnum: true } type => "one of " + string.Join(", ", Enum.GetNames(type)),
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(int) || type == typeof(long) => "a whole number",
        var type when type == typeof(double) => "a number",
        var type when type == typeof(TimeSpan) => "a time written as [days.]hours:minutes:seconds",
        var type when type == typeof(Uri) => "a full http or https address",
        _ when setting.IsList => "a list",
        _ => "a text",
    };

    /// <summary>A value as it is written in the settings; empty if there is none.</summary>
    public static string Show(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        TimeSpan time => ShowTime(time),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Show)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The bounds of a number or a time.</summary>
    public static string Bounds(RangeAttribute range)
    {
        var (least, most) = (Bound(range.Minimum), Bound(range.Maximum));
        return range.Maximum is int.MaxValue or >= (double)long.MaxValue ? $"at least {least}" : $"between {least} and {most}";
    }

    /// <summary>The bounds of a time are texts until the attribute has been used.</summary>
    private static string Bound(object bound) => bound is string text ? ShowTime(TimeSpan.Parse(text, CultureInfo.InvariantCulture)) : Show(bound);

    /// <summary>Without the zeros behind the last digit that counts.</summary>
    private static string ShowTime(TimeSpan time)
    {
        var text = time.ToString("c", CultureInfo.InvariantCulture);
        return text.Length > 8 && text[^8] == '.' ? text.TrimEnd('0') : text;
    }

    private static string Quote(Setting setting, string value) => setting.IsSecret ? "set" : $"\"{value}\"";

    private static string ExampleOf(Setting setting) =>
        Show(setting.Default) is { Length: > 0 } usual ? usual
        : setting.Type == typeof(Uri) ? "https://bot.example.org"
        : setting.Type == typeof(bool) ? "true"
        : setting.Type == typeof(string) ? "a name" : "1";
}
