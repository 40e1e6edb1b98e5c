using NemoBot.Core.Budgets;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>A spent budget in words: which one, and when it is possible again.</summary>
internal static class BudgetText
{
    public static string Describe(BudgetRefusal refusal, Texts texts)
    {
        var unit = refusal.Kind is BudgetKind.Video ? 60.0 : 1;
        var key = $"budget.{refusal.Kind}.{refusal.Scope}".ToLowerInvariant();
        var again = texts.Format("budget.again", ProgressText.Span(refusal.RetryAfter, texts));
        return texts.Format(key, Math.Round(refusal.Used / unit), Math.Round(refusal.Most / unit), Window(refusal.Window, texts)) + " " + again;
    }

    private static string Window(TimeSpan window, Texts texts) => window.TotalHours > 1
        ? texts.Format("progress.hours", Math.Round(window.TotalHours, 1))
        : texts.Format("budget.minutes", Math.Ceiling(window.TotalMinutes));
}
