namespace Isonomia.Modeling.Diagnostics;

/// <summary>A stretch of a source text.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters; 0 marks a place between two.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The shortest stretch that covers this one and another.</summary>
    /// <param name="other">The other stretch.</param>
    public TextSpan To(TextSpan other)
    {
        var start = Math.Min(Start, other.Start);
        return new TextSpan(start, Math.Max(End, other.End) - start);
    }
}
