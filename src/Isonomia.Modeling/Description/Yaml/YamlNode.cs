using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>
/// What stands at a place of a YAML file. All scalars are text here: what they mean is decided by whoever asks for
/// them.
/// </summary>
/// <param name="Span">Where it stands in the file.</param>
internal abstract record YamlNode(TextSpan Span)
{
    /// <summary>What people call it: "text", "a mapping", "a list", "nothing".</summary>
    public abstract string Kind { get; }

    /// <summary>A piece of text.</summary>
    /// <param name="Text">The text, with the places of its lines in the file.</param>
    /// <param name="IsEmpty">Whether nothing stands there (or null), without quotes.</param>
    /// <param name="Folded">Whether several lines of the file were joined into one.</param>
    /// <param name="Span">Where it stands in the file.</param>
    public sealed record Scalar(SourceText Text, bool IsEmpty, bool Folded, TextSpan Span) : YamlNode(Span)
    {
        public override string Kind => IsEmpty ? "nothing" : "text";
    }

    /// <summary>Keys and what belongs to them, in the order written; a key may stand there twice.</summary>
    /// <param name="Entries">The keys and values.</param>
    /// <param name="Span">Where it stands in the file.</param>
    public sealed record Map(IReadOnlyList<(Scalar Key, YamlNode Value)> Entries, TextSpan Span) : YamlNode(Span)
    {
        public override string Kind => "a mapping";
    }

    /// <summary>A list.</summary>
    /// <param name="Items">What is in it.</param>
    /// <param name="Span">Where it stands in the file.</param>
    public sealed record List(IReadOnlyList<YamlNode> Items, TextSpan Span) : YamlNode(Span)
    {
        public override string Kind => "a list";
    }
}
