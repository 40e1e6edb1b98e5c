using System.Text;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>What Discord's client shows of a text. Markup that would take effect is shown as such, so that a test sees it.</summary>
internal static class StandInMarkup
{
    public static string Render(string content)
    {
        var result = new StringBuilder();
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            var rest = content.AsSpan(i);
            if (c == '\\' && rest.Length > 1 && char.IsPunctuation(rest[1]) | char.IsSymbol(rest[1]))
            {
                result.Append(content[++i]);
            }
            else if (rest.StartsWith("http://") || rest.StartsWith("https://"))
            {
                var end = 0;
                while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] != '<')
                {
                    end++;
                }

                var address = rest[..end];
                result.Append(address);
                i += address.Length - 1;
            }
            else if ("*_~`|<[\\".Contains(c, StringComparison.Ordinal) || OpensBlock(content, i))
            {
                result.Append('⟦').Append(c).Append('⟧');
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool OpensBlock(string content, int i)
    {
        var atStart = i == 0 || content[i - 1] == '\n';
        var line = content.AsSpan(i);
        return atStart && (line.StartsWith("# ") || line.StartsWith("## ") || line.StartsWith("> ") || line.StartsWith("- ") || line.StartsWith("-# ") || line.StartsWith("1. "));
    }
}
