using System.Runtime.CompilerServices;

namespace Isonomia.Reporting.Markup;

/// <summary>
/// Lets <see cref="MarkupWriter.Add"/> tell the markup of an interpolated string from what fills its holes.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct EscapedMarkup
{
    private readonly MarkupWriter writer;

    /// <summary>Begins writing; called by the compiler.</summary>
    public EscapedMarkup(int literalLength, int formattedCount, MarkupWriter writer)
    {
        _ = literalLength;
        _ = formattedCount;
        this.writer = writer;
    }

    /// <summary>Markup, taken as it is.</summary>
    public void AppendLiteral(string markup) => writer.Buffer.Append(markup);

    /// <summary>Words, escaped.</summary>
    public void AppendFormatted(string? words) => Escaping.Append(writer.Buffer, words);

    /// <summary>A coordinate, with at most two decimals.</summary>
    public void AppendFormatted(double coordinate) => NumberText.AppendCoordinate(writer.Buffer, coordinate);

    /// <summary>A whole number.</summary>
    public void AppendFormatted(int number) => writer.Buffer.Append(number);

    /// <summary>A path's data.</summary>
    public void AppendFormatted(PathData path) => path.AppendTo(writer.Buffer);
}
