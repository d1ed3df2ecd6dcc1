using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>A mapping of a circuit's file, of which the keys have been checked.</summary>
/// <param name="Written">The mapping.</param>
/// <param name="What">What it is: "population 'E'".</param>
/// <param name="Bag">Takes what is wrong.</param>
internal sealed record Section(WrittenValue.Map Written, string What, DiagnosticBag Bag)
{
    /// <summary>What belongs to a key; null where it does not stand there.</summary>
    public WrittenValue? Find(string key) => Written.Find(key);

    /// <summary>The text of a key; null where there is none, which is reported unless the key is absent.</summary>
    public ModelText? Text(string key, string expected) => Find(key) is { } value ? Text(value, expected, Bag) : null;

    /// <summary>The same of a key that must be there.</summary>
    public ModelText? Required(string key, string expected, string example)
    {
        if (Find(key) is null)
            Missing(key, example);
        return Text(key, expected);
    }

    /// <summary>Reports that a key is not there.</summary>
    public void Missing(string key, string example) =>
        Bag.Error(Written.Source, Written.Span, $"{What} has no '{key}'", $"add '{key}: {example}'");

    /// <summary>True or false; the default where the key is absent.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Text(key, "true or false") is not { } text)
            return otherwise;
        if (text.Text is "true" or "True" or "yes")
            return true;
        if (text.Text is "false" or "False" or "no")
            return false;
        Bag.Error(text.Source, text.Span, $"found '{text}' where true or false was expected");
        return otherwise;
    }

    /// <summary>One of some words; null where the key is absent or holds another, which is reported.</summary>
    public T? Choice<T>(string key, params IReadOnlyList<(string Word, T Meaning)> words)
        where T : struct
    {
        var expected = string.Join(", ", words.Select(w => w.Word));
        if (Text(key, expected) is not { } text)
            return null;
        foreach (var (word, meaning) in words)
        {
            if (text.Text == word)
                return meaning;
        }

        Bag.Error(text.Source, text.Span, $"found '{text}' where one of {expected} was expected",
            NearestName.Hint(text.Text, words.Select(w => w.Word)));
        return null;
    }

    /// <summary>The mapping that a key holds; null where there is none.</summary>
    public Section? Map(string key, string what)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is WrittenValue.Map map)
            return new Section(map, what, Bag);
        Bag.Error(value.Source, value.Span, $"found {value.Form} where a mapping was expected",
            $"as in '{key}: {{KEY: VALUE}}'");
        return null;
    }

    /// <summary>The texts of a list that a key holds, or its single text.</summary>
    public ImmutableArray<ModelText> Texts(string key, string expected) => Find(key) switch
    {
        null => [],
        WrittenValue.List list => [.. list.Items.Select(i => Text(i, expected, Bag)).OfType<ModelText>()],
        var value => Text(value, expected, Bag) is { } text ? [text] : [],
    };

    /// <summary>The text that a value is; null where it is none, which is reported.</summary>
    public static ModelText? Text(WrittenValue value, string expected, DiagnosticBag bag)
    {
        if (value is WrittenValue.Text text)
            return text.Content;
        bag.Error(value.Source, value.Span, $"found {value.Form} where {expected} was expected");
        return null;
    }
}
