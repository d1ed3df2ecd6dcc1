using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;

namespace Isonomia.Cli;

/// <summary>The files and models of the library of which a run is made, with their hashes.</summary>
internal static class RunInputs
{
    /// <summary>Looks models up as <see cref="Modeling.Description.ModelFile.Find"/> does.</summary>
    /// <param name="models">Paths or names of the library, with or without a variant.</param>
    public static ImmutableArray<RunInput> Of(params IEnumerable<string> models) => [.. models.Distinct().Select(Of)];

    /// <summary>A circuit and all that it names.</summary>
    /// <param name="model">Its path or name, with or without a variant.</param>
    /// <param name="circuit">The circuit.</param>
    public static ImmutableArray<RunInput> Of(string model, CircuitModel circuit) =>
    [
        Of(model),
        .. circuit.References.Select(r => r.File is null ? Of(r.Name) : OfFile(r.File) with { Written = r.Name }),
    ];

    /// <summary>A field, and the files of numbers that were given with it.</summary>
    /// <param name="model">Its path or name, with or without a variant.</param>
    /// <param name="files">The files.</param>
    public static ImmutableArray<RunInput> OfField(string model, IEnumerable<string> files) =>
        [Of(model), .. files.Select(OfFile)];

    /// <summary>A model's file, or the text of a model of the library.</summary>
    /// <exception cref="IOException">There is neither.</exception>
    public static RunInput Of(string model)
    {
        var file = File.Exists(model) ? model : WithoutVariant(model);
        if (File.Exists(file))
            return OfFile(file);
        var text = ModelLibrary.Text(file);
        return new RunInput(ModelLibrary.FullName(file)!, Hash(Encoding.UTF8.GetBytes(text)), text)
        {
            IsOfLibrary = true,
        };
    }

    /// <summary>The model of MODEL:VARIANT.</summary>
    public static string WithoutVariant(string model) =>
        model.LastIndexOf(':') is > 1 and var colon ? model[..colon] : model;

    /// <summary>A hash in lower-case hexadecimal.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Of numbers the hash is enough: they may be many, and no one reads them here.
    private static RunInput OfFile(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return new RunInput(file, Hash(bytes), IsNumbers(file) ? null : Text(bytes));
    }

    private static bool IsNumbers(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".NPY" or ".ZIP" or ".CSV" or ".TSV" or ".TXT";

    // A byte order mark is no part of the text; what is written again from it would differ by it alone.
    private static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
