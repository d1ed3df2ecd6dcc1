using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Individuals;

/// <summary>What a condition does to a set of parameters.</summary>
/// <param name="mapping">The condition in the model.</param>
/// <param name="model">The model.</param>
public sealed class Displacement(ModelMapping mapping, SpectralModel model)
{
    private readonly (int Index, Change Change)[] changes =
        [.. mapping.Changes.Select(c => (IndexOf(model, c.Target), c))];

    /// <summary>Displaces parameters, by a size drawn for this person.</summary>
    /// <param name="parameters">In the order of the model's; changed in place.</param>
    /// <param name="random">Where the size comes from.</param>
    public void Apply(Span<double> parameters, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (var (index, change) in changes)
            parameters[index] = change.Apply(parameters[index], random.Normal(), 1);
    }

    internal static int IndexOf(SpectralModel model, string parameter)
    {
        for (var i = 0; i < model.Parameters.Count; i++)
        {
            if (model.Parameters[i].Name == parameter)
                return i;
        }

        throw new CatalogueException($"{model.Name} has no parameter '{parameter}'");
    }
}
