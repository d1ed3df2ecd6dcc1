using System.Buffers;
using System.Text;

namespace Isonomia.Reporting.Markup;

/// <summary>Makes words safe inside HTML text and quoted attributes.</summary>
internal static class Escaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
        + "\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    public static void Append(StringBuilder to, ReadOnlySpan<char> words)
    {
        while (words.IndexOfAny(Special) is >= 0 and var at)
        {
            to.Append(words[..at]);
            to.Append(words[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "\ufffd",
            });
            words = words[(at + 1)..];
        }

        to.Append(words);
    }
}
