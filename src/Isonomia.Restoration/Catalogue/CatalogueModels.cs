using Isonomia.Modeling.Models;

namespace Isonomia.Restoration.Catalogue;

/// <summary>The models in which entries may be defined, and the parameters they may change.</summary>
public static class CatalogueModels
{
    /// <summary>The field that a recording is located in.</summary>
    public const string Corticothalamic = "corticothalamic";

    private static readonly string[] Gains = ["G_ee", "G_ei", "G_ese", "G_esre", "G_srs", "alpha", "beta", "t0"];

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => ModelLibrary.Names
        .Where(n => n.StartsWith("circuits/") || n.StartsWith("fields/"))
        .Select(n => n[(n.LastIndexOf('/') + 1)..]).Prepend(Corticothalamic);

    /// <summary>The parameters of a model; null where there is no such model.</summary>
    /// <param name="model">Its name.</param>
    public static IReadOnlyList<string>? Parameters(string model)
    {
        if (model == Corticothalamic)
            return Gains;
        return Names.Contains(model)
            ? [.. ModelLibrary.Find(model).Parameters.Select(p => p.Name.ToString())]
            : null;
    }
}
