using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Restoration.Catalogue.Reading;

namespace Isonomia.Restoration.Catalogue;

/// <summary>Files of the catalogue: YAML with the keys of <see cref="CatalogueKeys"/>.</summary>
public static class CatalogueFile
{
    /// <summary>Reads an entry from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public static CatalogueEntry Read(string path)
    {
        var bag = new DiagnosticBag();
        return Parse(ModelFile.Text(path, bag), path);
    }

    /// <summary>Reads an entry from a text.</summary>
    /// <param name="text">The text of a catalogue file.</param>
    /// <param name="origin">What findings call it: a file's name.</param>
    /// <exception cref="ModelException">Something is wrong with it: all that is.</exception>
    public static CatalogueEntry Parse(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var file = new SourceText(YamlReader.Normalised(text), origin);
        var entry = YamlReader.Read(file, bag) is { } root ? new EntryReader(file, bag).Read(root) : null;
        var ordered = new DiagnosticBag();
        bag.HandOver(ordered);
        ordered.ThrowIfErrors();
        return entry!;
    }
}
