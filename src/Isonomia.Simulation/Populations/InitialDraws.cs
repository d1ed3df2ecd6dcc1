using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Populations;

/// <summary>
/// Draws of initial values and parameters: of the stream of (seed, purpose "population/initial/site", entity = cell),
/// the first.
/// </summary>
internal static class InitialDraws
{
    public static Func<Expression, double[], double[]> Of(PopulationSettings settings, int size) => (draw, means) =>
    {
        var purpose = RandomPurpose.Named($"{settings.Name}/initial/{draw.Name}");
        var values = new double[size];
        for (var cell = 0; cell < size; cell++)
        {
            var stream = new RandomStream(unchecked((long)settings.Seed), purpose, cell);
            values[cell] = draw.Operator switch
            {
                Operator.Normal => stream.Normal(),
                Operator.Uniform => stream.Uniform(),
                _ => stream.Poisson(means[means.Length == 1 ? 0 : cell]),
            };
        }

        return values;
    };
}
