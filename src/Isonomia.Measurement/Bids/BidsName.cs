using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Measurement.Bids;

/// <summary>
/// A file's name in the manner of BIDS, taken apart: <c>sub-01_task-rest_eeg.edf</c> has the entities sub and task, the
/// suffix eeg and the extension .edf (Gorgolewski et al. 2016, doi:10.1038/sdata.2016.44; BIDS 1.9).
/// </summary>
/// <param name="Entities">Keys and values, in the order in which they are written.</param>
/// <param name="Suffix">The last part, which says what the file holds.</param>
/// <param name="Extension">From the first dot on, lower case, as <c>.tsv</c>; empty where there is none.</param>
public sealed record BidsName(ImmutableArray<KeyValuePair<string, string>> Entities, string Suffix, string Extension)
{
    /// <summary>The value of an entity, or null.</summary>
    /// <param name="key">Its key, as <c>ses</c>.</param>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entities)
            {
                if (name == key)
                    return value;
            }

            return null;
        }
    }

    /// <summary>The entities as they stand in a name, without suffix and extension.</summary>
    public string Stem => string.Join('_', Entities.Select(e => $"{e.Key}-{e.Value}"));

    /// <summary>Whether everything this name says is true of another: so a sidecar applies to a recording.</summary>
    /// <param name="other">The other.</param>
    public bool AppliesTo(BidsName other) => Entities.All(e => other[e.Key] == e.Value);

    /// <summary>The name without one of its entities; itself where it has none of the key.</summary>
    /// <param name="key">The entity's key; null for none.</param>
    public BidsName Without(string? key) => this with { Entities = Entities.RemoveAll(e => e.Key == key) };

    /// <summary>Takes a file's name apart.</summary>
    /// <param name="fileName">The name, without folders.</param>
    /// <param name="name">Its parts.</param>
    /// <returns>Whether it is a name of this kind: each part but the last is <c>key-value</c> in letters and digits, no key
    /// twice.</returns>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out BidsName? name)
    {
        name = null;
        var dot = fileName.IndexOf('.', StringComparison.Ordinal);
        var parts = (dot < 0 ? fileName : fileName[..dot]).Split('_');
        var entities = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(parts.Length - 1);
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            if (dash <= 0 || !IsWord(part.AsSpan(0, dash)) || !IsLabel(part.AsSpan(dash + 1)))
                return false;
            var key = part[..dash];
            if (entities.Any(e => e.Key == key))
                return false;
            entities.Add(new(key, part[(dash + 1)..]));
        }

        if (!IsWord(parts[^1]))
            return false;
        name = new BidsName(entities.ToImmutable(), parts[^1], dot < 0 ? "" : fileName[dot..].ToLowerInvariant());
        return true;
    }

    private static bool IsWord(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExcept(Ascii) < 0;

    // A label may have letters of any script, since people name participants so, though the standard has ASCII only.
    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '+')
                return false;
        }

        return !text.IsEmpty;
    }

    private static readonly System.Buffers.SearchValues<char> Ascii = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
