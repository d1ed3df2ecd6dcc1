using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Models;

/// <summary>
/// The models that come with the product. A name is the file's path in the library: "cells/wang-buzsaki".
/// </summary>
public static class ModelLibrary
{
    private const string Root = "models/";
    private const string Extension = ".yaml";

    /// <summary>The names of all models, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(ModelLibrary).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Root) && n.EndsWith(Extension))
            .Select(n => n[Root.Length..^Extension.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The full name of a model, from its full name or the unique last part of it; null where there is none.
    /// </summary>
    /// <param name="name">"cells/wang-buzsaki" or "wang-buzsaki".</param>
    public static string? FullName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Names.Contains(name))
            return name;
        var found = Names.Where(n => n[(n.LastIndexOf('/') + 1)..] == name).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The text of a model's file.</summary>
    /// <param name="name">As in <see cref="FullName"/>.</param>
    /// <exception cref="FileNotFoundException">There is no model of that name.</exception>
    public static string Text(string name)
    {
        var full = FullName(name) ?? throw new FileNotFoundException(Absent(name), name);
        var assembly = typeof(ModelLibrary).Assembly;
        var resource = assembly.GetManifestResourceNames().First(n => n.Replace('\\', '/') == Root + full + Extension);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>The description of a model.</summary>
    /// <param name="name">As in <see cref="FullName"/>.</param>
    /// <exception cref="FileNotFoundException">There is no model of that name.</exception>
    public static ModelDescription Find(string name)
    {
        var bag = new DiagnosticBag();
        var description = ModelFile.Parse(Text(name), Root + FullName(name) + Extension, bag);
        bag.ThrowIfErrors();
        return description!;
    }

    private static string Absent(string name)
    {
        var known = Names.Concat(Names.Select(n => n[(n.LastIndexOf('/') + 1)..])).Distinct();
        var same = Names.Where(n => n.EndsWith('/' + name)).ToArray();
        var hint = same.Length > 1 ? $"say which: {string.Join(" or ", same)}" : NearestName.Hint(name, known);
        return $"there is no file '{name}' and no model of that name in the library"
            + (hint is null ? "" : "; " + hint);
    }
}
