namespace Isonomia.Inference.Calibrating;

/// <summary>What became of one individual drawn from the prior; numbers in the order of <see cref="Calibration.QuantitiesOf"/>.</summary>
/// <param name="Index">Which individual.</param>
/// <param name="Truths">The true values; empty where the posterior did not converge.</param>
/// <param name="Medians">The posterior's medians.</param>
/// <param name="Ranks">Where each truth lies among the posterior's draws: the fraction below it, 0 to 1.</param>
public sealed record CalibratedIndividual(int Index, double[] Truths, double[] Medians, double[] Ranks)
{
    /// <summary>Whether the posterior converged.</summary>
    public bool Converged => Truths.Length > 0;

    /// <summary>An individual whose posterior did not converge.</summary>
    /// <param name="index">Which.</param>
    public static CalibratedIndividual Unknown(int index) => new(index, [], [], []);
}
