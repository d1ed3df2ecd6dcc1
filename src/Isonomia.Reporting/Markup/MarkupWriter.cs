using System.Runtime.CompilerServices;
using System.Text;

namespace Isonomia.Reporting.Markup;

/// <summary>
/// HTML and SVG in the making. What is written literally is markup; what stands in a hole <c>{…}</c> is escaped, so
/// that a channel named <c>&lt;script&gt;</c> stays a name.
/// </summary>
public sealed class MarkupWriter
{
    private int lastId;

    internal StringBuilder Buffer { get; } = new(1 << 16);

    /// <summary>Characters written so far.</summary>
    public int Length => Buffer.Length;

    /// <summary>
    /// Appends markup whose holes are escaped. Numbers in holes are coordinates: at most two decimals.
    /// </summary>
    public MarkupWriter Add([InterpolatedStringHandlerArgument("")] ref EscapedMarkup markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Appends markup as it is. Only for constants and for what other writers made.</summary>
    public MarkupWriter AddRaw(string markup)
    {
        Buffer.Append(markup);
        return this;
    }

    /// <summary>Appends words, escaped.</summary>
    public MarkupWriter AddText(string? words)
    {
        Escaping.Append(Buffer, words);
        return this;
    }

    /// <summary>An identifier that is unique on this page and the same in every run.</summary>
    public string NextId(string prefix) => $"{prefix}{++lastId}";

    /// <summary>Writes what was made as UTF-8; a broken surrogate becomes the replacement character.</summary>
    public void CopyTo(Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        foreach (var chunk in Buffer.GetChunks())
            text.Write(chunk.Span);
    }

    /// <inheritdoc/>
    public override string ToString() => Buffer.ToString();
}
