using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>
/// A piece of a model as someone wrote it, with its place. Two are equal when they say the same: places, common
/// indentation, trailing spaces and blank lines around do not count.
/// </summary>
public sealed class ModelText : IEquatable<ModelText>
{
    private readonly string canonical;

    /// <summary>A text with its place in a file.</summary>
    /// <param name="source">The text.</param>
    public ModelText(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        canonical = Canonical(source.Text);
    }

    /// <summary>A text that stands in no file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">What an error calls its place: "cell 'lif', equations".</param>
    public ModelText(string text, string origin)
        : this(new SourceText(text, origin))
    {
    }

    /// <summary>The text and its place.</summary>
    public SourceText Source { get; }

    /// <summary>The text as written.</summary>
    public string Text => Source.Text;

    /// <summary>The whole of it, for a finding that concerns all.</summary>
    public TextSpan Span
    {
        get
        {
            var end = Text.AsSpan().TrimEnd().Length;
            var start = Text.Length - Text.AsSpan().TrimStart().Length;
            return start < end ? new TextSpan(start, end - start) : default;
        }
    }

    /// <summary>The text without what does not count.</summary>
    public override string ToString() => canonical;

    /// <inheritdoc/>
    public bool Equals(ModelText? other) => other is not null && canonical == other.canonical;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ModelText);

    /// <inheritdoc/>
    public override int GetHashCode() => canonical.GetHashCode();

    private static string Canonical(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace("\t", "    ").Split('\n').Select(l => l.TrimEnd()).ToArray();
        var written = lines.Where(l => l.Length > 0).ToArray();
        if (written.Length == 0)
            return "";
        var indent = written.Min(l => l.Length - l.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(l => l.Length > 0 ? l[indent..] : l)).Trim('\n');
    }
}
