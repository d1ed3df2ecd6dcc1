using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Finds the cells and receptors that a circuit names: files beside its own, else models of the library. Each is read
/// once.
/// </summary>
internal sealed class ModelReferences(string? folder, DiagnosticBag bag)
{
    private readonly Dictionary<string, ModelDescription?> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellModel?> cells = new(StringComparer.Ordinal);
    private readonly List<CircuitReference> used = [];

    /// <summary>What was read so far, in that order.</summary>
    public IEnumerable<CircuitReference> Used => used.Distinct();

    /// <summary>A cell, as written and resolved; null after an error.</summary>
    public (CellDescription Description, CellModel Model)? Cell(ModelText name)
    {
        if (Find(name, "a cell") is not CellDescription description)
            return null;
        if (!cells.TryGetValue(name.Text, out var model))
            cells[name.Text] = model = description.Resolve(bag);
        return model is null ? null : (description, model);
    }

    /// <summary>A receptor on a cell; null after an error.</summary>
    public ReceptorModel? Receptor(ModelText name, EquationSystem cell)
    {
        if (Find(name, "a receptor") is not ReceptorDescription description)
            return null;
        var found = new DiagnosticBag();
        var model = description.Resolve(cell, found);
        foreach (var diagnostic in found.Found)
            bag.Add(diagnostic);
        if (model is null)
            bag.Error(name.Source, name.Span, $"the receptor '{name}' does not fit its target");
        return model;
    }

    private ModelDescription? Find(ModelText name, string expected)
    {
        if (!read.TryGetValue(name.Text, out var model))
            read[name.Text] = model = Read(name);
        if (model is null || ModelFile.Sort(model) == expected)
            return model;
        bag.Error(name.Source, name.Span, $"'{name}' is {ModelFile.Sort(model)}; {expected} was expected here");
        return null;
    }

    private ModelDescription? Read(ModelText name)
    {
        var colon = name.Text.LastIndexOf(':');
        var (model, variant) = colon > 1 ? (name.Text[..colon], name.Text[(colon + 1)..]) : (name.Text, null);
        try
        {
            var path = folder is null ? model : Path.Combine(folder, model);
            var isFile = File.Exists(path);
            var found = (isFile ? ModelFile.Read(path) : ModelLibrary.Find(model)).Variant(variant);
            used.Add(isFile ? new CircuitReference(model, path)
                : new CircuitReference(ModelLibrary.FullName(model)!, null));
            return found;
        }
        catch (ModelException e)
        {
            foreach (var diagnostic in e.Diagnostics)
                bag.Add(diagnostic);
            bag.Error(name.Source, name.Span, $"'{name}' cannot be used: see above");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            bag.Error(name.Source, name.Span, e.Message);
        }

        return null;
    }
}
