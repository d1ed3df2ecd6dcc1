using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Restoration.Catalogue;

/// <summary>The conditions, interventions and evidence cards that come with the product.</summary>
public static class CatalogueLibrary
{
    private const string Root = "models/";
    private const string Extension = ".yaml";

    private static readonly Lazy<ImmutableArray<CatalogueEntry>> Loaded = new(Load);

    /// <summary>All entries in alphabetical order.</summary>
    public static ImmutableArray<CatalogueEntry> All => Loaded.Value;

    /// <summary>All conditions.</summary>
    public static IEnumerable<Condition> Conditions => All.OfType<Condition>();

    /// <summary>All interventions.</summary>
    public static IEnumerable<Intervention> Interventions => All.OfType<Intervention>();

    /// <summary>The entry of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CatalogueException">There is none.</exception>
    public static CatalogueEntry Find(string name) => Find<CatalogueEntry>(name, "entry");

    /// <summary>The condition of a name, or of a file.</summary>
    /// <param name="nameOrPath">Its name, or the path of a file that holds one.</param>
    /// <exception cref="CatalogueException">There is none.</exception>
    /// <exception cref="ModelException">The file is wrong.</exception>
    public static Condition FindCondition(string nameOrPath) => Find<Condition>(nameOrPath, "condition");

    /// <summary>The intervention of a name, or of a file.</summary>
    /// <param name="nameOrPath">Its name, or the path of a file that holds one.</param>
    /// <exception cref="CatalogueException">There is none.</exception>
    /// <exception cref="ModelException">The file is wrong.</exception>
    public static Intervention FindIntervention(string nameOrPath) => Find<Intervention>(nameOrPath, "intervention");

    /// <summary>The text of an entry's file.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CatalogueException">There is none.</exception>
    public static string Text(string name)
    {
        var entry = Find(name);
        return Resource(Resources().Single(r => r.EndsWith($"/{entry.Name}{Extension}")));
    }

    private static T Find<T>(string name, string sort) where T : CatalogueEntry
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = File.Exists(name) && name.EndsWith(Extension)
            ? CatalogueFile.Read(name)
            : All.FirstOrDefault(e => e.Name == name);
        if (found is T entry)
            return entry;
        var known = All.OfType<T>().Select(e => e.Name);
        throw new CatalogueException(found is null
            ? $"there is no {sort} '{name}' in the catalogue; "
                + (NearestName.Hint(name, known) ?? "'isonomia catalogue' lists what there is")
            : $"'{found.Name}' is {Sort(found)} where a {sort} was expected; 'isonomia catalogue' lists what there is");
    }

    /// <summary>What people call an entry of a sort: "a condition".</summary>
    private static string Sort(CatalogueEntry entry) => entry switch
    {
        Condition => "a condition",
        Intervention => "an intervention",
        _ => "an evidence card, of which no number is known,",
    };

    private static ImmutableArray<CatalogueEntry> Load() =>
        [.. Resources().Select(r => CatalogueFile.Parse(Resource(r), r)).OrderBy(e => e.Name, StringComparer.Ordinal)];

    private static IEnumerable<string> Resources() => typeof(CatalogueLibrary).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Root) && n.EndsWith(Extension));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(CatalogueLibrary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
