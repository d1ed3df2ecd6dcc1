using System.Collections.Immutable;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Building;

/// <summary>
/// Describes a part of a circuit in C#, in the words of its file: every text is what would stand there (in brackets a
/// list or a mapping), every method one of the keys. Methods add to the description and return the builder.
/// </summary>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
public abstract class SectionBuilder<TBuilder>
    where TBuilder : SectionBuilder<TBuilder>
{
    private readonly string origin;
    private WrittenValue.Map written;

    private protected SectionBuilder(string origin)
    {
        this.origin = origin;
        written = new WrittenValue.Map([], new SourceText("", origin), default);
    }

    internal WrittenValue Describe() => written;

    private protected TBuilder Set(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Put(key, WrittenYaml.Parse(text, $"{origin}, {key}"));
    }

    private protected TBuilder SetNames(string key, string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var texts = names.Select(n => (WrittenValue)new WrittenValue.Text(new ModelText(n, $"{origin}, {key}")));
        return Put(key, names.Length == 1
            ? texts.First()
            : new WrittenValue.List([.. texts], new SourceText("", $"{origin}, {key}"), default));
    }

    private protected TBuilder SetInner(string key, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var inner = written.Find(key) as WrittenValue.Map
            ?? new WrittenValue.Map([], new SourceText("", $"{origin}, {key}"), default);
        var at = $"{origin}, {key} {name}";
        return Put(key, inner.With(new ModelText(name, at), WrittenYaml.Parse(text, at)));
    }

    private TBuilder Put(string key, WrittenValue value)
    {
        written = written.With(new ModelText(key, origin), value);
        return (TBuilder)this;
    }
}
