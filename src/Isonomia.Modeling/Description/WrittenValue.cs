using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description;

/// <summary>
/// A piece of a circuit as written, with its place: a text, a list or a mapping. What it means is decided where the
/// circuit is resolved. Two are equal when they are written alike in canonical form.
/// </summary>
public abstract class WrittenValue : IEquatable<WrittenValue>
{
    private WrittenValue(SourceText source, TextSpan span) => (Source, Span) = (source, span);

    /// <summary>The text in which it stands.</summary>
    public SourceText Source { get; }

    /// <summary>Where it stands there, for findings that concern all of it.</summary>
    public TextSpan Span { get; }

    /// <summary>What people call it: "text", "a list", "a mapping".</summary>
    public abstract string Form { get; }

    /// <summary>It in YAML, on one line.</summary>
    public override string ToString() => Yaml.WrittenYaml.Inline(this);

    /// <inheritdoc/>
    public bool Equals(WrittenValue? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WrittenValue);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode();

    /// <summary>A text: a name, a quantity, an expression.</summary>
    public sealed class Text : WrittenValue
    {
        /// <summary>A text.</summary>
        /// <param name="content">The text with its place.</param>
        public Text(ModelText content)
            : base((content ?? throw new ArgumentNullException(nameof(content))).Source, content.Span) =>
            Content = content;

        /// <summary>The text with its place.</summary>
        public ModelText Content { get; }

        /// <inheritdoc/>
        public override string Form => "text";
    }

    /// <summary>A list.</summary>
    public sealed class List : WrittenValue
    {
        /// <summary>A list.</summary>
        /// <param name="items">What is in it.</param>
        /// <param name="source">The text in which it stands.</param>
        /// <param name="span">Where.</param>
        public List(ImmutableArray<WrittenValue> items, SourceText source, TextSpan span)
            : base(source, span) => Items = items;

        /// <summary>What is in it.</summary>
        public ImmutableArray<WrittenValue> Items { get; }

        /// <inheritdoc/>
        public override string Form => "a list";
    }

    /// <summary>Keys and what belongs to them.</summary>
    public sealed class Map : WrittenValue
    {
        /// <summary>A mapping.</summary>
        /// <param name="entries">The keys and what belongs to each, in the order written.</param>
        /// <param name="source">The text in which it stands.</param>
        /// <param name="span">Where.</param>
        public Map(ImmutableArray<WrittenEntry> entries, SourceText source, TextSpan span)
            : base(source, span) => Entries = entries;

        /// <summary>The keys and what belongs to each, in the order written; each key once.</summary>
        public ImmutableArray<WrittenEntry> Entries { get; }

        /// <inheritdoc/>
        public override string Form => "a mapping";

        /// <summary>What belongs to a key; null where it does not stand there.</summary>
        /// <param name="key">The key.</param>
        public WrittenValue? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

        /// <summary>The mapping with another value for a key, which is added where it does not stand there.</summary>
        /// <param name="key">The key.</param>
        /// <param name="value">What belongs to it.</param>
        public Map With(ModelText key, WrittenValue value)
        {
            ArgumentNullException.ThrowIfNull(key);
            for (var i = 0; i < Entries.Length; i++)
            {
                if (Entries[i].Key.Text == key.Text)
                    return new Map(Entries.SetItem(i, Entries[i] with { Value = value }), Source, Span);
            }

            return new Map(Entries.Add(new WrittenEntry(key, value)), Source, Span);
        }
    }
}
