namespace Isonomia.Simulation.Theory;

/// <summary>Cells of one kind with the same input from outside of the circuit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cell">Its cells.</param>
/// <param name="ExternalMean">What input from outside adds to the mean of V.</param>
/// <param name="ExternalVariance">What it adds to the square of the noise.</param>
public sealed record MeanFieldPopulation(
    string Name, DiffusionLif Cell, double ExternalMean = 0, double ExternalVariance = 0)
{
    /// <summary>The same with Poisson spikes from outside added.</summary>
    /// <param name="rate">Spikes a second, over all sources of a cell.</param>
    /// <param name="jump">By how much each moves V.</param>
    public MeanFieldPopulation WithPoisson(double rate, double jump) => this with
    {
        ExternalMean = ExternalMean + Cell.Tau * rate * jump,
        ExternalVariance = ExternalVariance + Cell.Tau * rate * jump * jump,
    };
}
