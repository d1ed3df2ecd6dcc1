using System.Text;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description;

/// <summary>Model files: YAML with the keys of <see cref="ModelKeys"/>.</summary>
public static class ModelFile
{
    /// <summary>Reads a description from a text.</summary>
    /// <param name="text">The text of a model file.</param>
    /// <param name="origin">What findings call it: a file's name.</param>
    /// <param name="bag">Where to report what is wrong with the form; what the equations mean is not looked at.</param>
    /// <returns>The description; null where there is an error.</returns>
    public static ModelDescription? Parse(string text, string origin, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var own = new DiagnosticBag();
        var model = Read(text, origin, own);
        own.HandOver(bag);
        return own.HasErrors ? null : model;
    }

    /// <summary>Reads a description from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="ModelException">Its form is wrong: all that is.</exception>
    public static ModelDescription Read(string path)
    {
        var bag = new DiagnosticBag();
        var description = Read(Text(path, bag), path, bag);
        if (description is CircuitDescription unplaced)
            description = unplaced with { Folder = Path.GetDirectoryName(Path.GetFullPath(path)) };
        if (!bag.HasErrors)
            return description!;

        // Of a file that is wrong in its form the equations are looked at too, so that all is said at once.
        var more = new DiagnosticBag();
        if (description is CellDescription { Equations.Text.Length: > 0 } cell)
            cell.Resolve(more);
        else if (description is ReceptorDescription receptor)
            receptor.Resolve(null, more);
        else if (description is FieldDescription { Equations.Text.Length: > 0 } field)
            field.Resolve(more);
        else if (description is CircuitDescription circuit)
            circuit.Resolve(more);
        foreach (var error in more.Found.Where(d => d.Severity == Severity.Error))
            bag.Add(error);
        var all = new DiagnosticBag();
        bag.HandOver(all);
        throw new ModelException(all.Found);
    }

    /// <summary>
    /// Reads a description from a file, or from the library by name; MODEL:VARIANT gives one of its versions.
    /// </summary>
    /// <param name="nameOrPath">
    /// A path, or a name of the library ("wang-buzsaki", "cells/izhikevich:tonic-bursting").
    /// </param>
    /// <exception cref="IOException">There is no such file and no such model.</exception>
    /// <exception cref="ModelException">The model is wrong.</exception>
    public static ModelDescription Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath))
            return Read(nameOrPath);
        var colon = nameOrPath.LastIndexOf(':');
        var (model, variant) = colon > 0 ? (nameOrPath[..colon], nameOrPath[(colon + 1)..]) : (nameOrPath, null);
        if (File.Exists(model))
            return Read(model).Variant(variant);
        return ModelLibrary.Find(model).Variant(variant);
    }

    /// <summary>Reads a cell model from a file or the library.</summary>
    /// <param name="nameOrPath">As in <see cref="Find"/>.</param>
    /// <exception cref="IOException">There is no such file and no such model.</exception>
    /// <exception cref="ModelException">The model is wrong, or no cell: all that is wrong with it.</exception>
    public static CellModel ReadCell(string nameOrPath) =>
        Find(nameOrPath) is var found && found is CellDescription cell
            ? cell.ToModel()
            : throw Other(found, "a cell");

    /// <summary>Reads a receptor model from a file or the library.</summary>
    /// <param name="nameOrPath">As in <see cref="Find"/>.</param>
    /// <exception cref="IOException">There is no such file and no such model.</exception>
    /// <exception cref="ModelException">The model is wrong, or no receptor: all that is wrong with it.</exception>
    public static ReceptorModel ReadReceptor(string nameOrPath) =>
        Find(nameOrPath) is var found && found is ReceptorDescription receptor
            ? receptor.ToModel()
            : throw Other(found, "a receptor");

    /// <summary>Reads a field from a file or the library.</summary>
    /// <param name="nameOrPath">As in <see cref="Find"/>.</param>
    /// <exception cref="IOException">There is no such file and no such model.</exception>
    /// <exception cref="ModelException">The model is wrong, or no field: all that is wrong with it.</exception>
    public static FieldModel ReadField(string nameOrPath) =>
        Find(nameOrPath) is var found && found is FieldDescription field
            ? field.ToModel()
            : throw Other(found, "a field");

    /// <summary>Reads a circuit from a file or the library.</summary>
    /// <param name="nameOrPath">As in <see cref="Find"/>.</param>
    /// <exception cref="IOException">There is no such file and no such model.</exception>
    /// <exception cref="ModelException">The model is wrong, or no circuit: all that is wrong with it.</exception>
    public static CircuitModel ReadCircuit(string nameOrPath) =>
        Find(nameOrPath) is var found && found is CircuitDescription circuit
            ? circuit.ToModel()
            : throw Other(found, "a circuit");

    /// <summary>The file of a description, in canonical form.</summary>
    /// <param name="model">The description.</param>
    public static string Write(ModelDescription model) => ModelFileWriter.Write(model);

    /// <summary>What people call a model of a sort: "a cell".</summary>
    internal static string Sort(ModelDescription model) => model switch
    {
        CellDescription => "a cell",
        ReceptorDescription => "a receptor",
        FieldDescription => "a field",
        _ => "a circuit",
    };

    private static ModelException Other(ModelDescription model, string expected)
    {
        var found = Sort(model);
        var bag = new DiagnosticBag();
        bag.Error(model.Name.Source, model.Name.Span, $"found {found} where {expected} was expected");
        return new ModelException(bag.Found);
    }

    private static ModelDescription? Read(string text, string origin, DiagnosticBag bag)
    {
        var file = new SourceText(YamlReader.Normalised(text), origin);
        return YamlReader.Read(file, bag) is { } root ? new ModelFileReader(file, bag).Read(root) : null;
    }

    // Not more of a file is read than a model may have, and only if it is text.
    internal static string Text(string path, DiagnosticBag bag)
    {
        const int most = 4 * YamlReader.LongestFile;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[stream.CanSeek ? (int)Math.Min(stream.Length, most + 1) : most + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > most)
        {
            bag.Error(new SourceText("", path), default, $"the file has more than {most:N0} bytes, which no model has");
            throw new ModelException(bag.Found);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            bag.Error(new SourceText("", path), default,
                "found bytes that are no UTF-8 text where a model was expected",
                "save the file as UTF-8");
            throw new ModelException(bag.Found);
        }
    }
}
