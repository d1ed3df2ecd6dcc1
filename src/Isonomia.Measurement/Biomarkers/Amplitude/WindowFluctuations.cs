namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>What was found in the windows of one grid, window by window.</summary>
/// <param name="Grid">The windows.</param>
/// <param name="Amplitudes">Mean amplitude in each window, in the signal's unit.</param>
/// <param name="Fluctuations">
/// Root mean square of the integrated amplitude around its straight line in each window, in unit times samples.
/// </param>
/// <param name="Covered">How many samples of the signal lie in at least one window.</param>
public sealed record WindowFluctuations(WindowGrid Grid, double[] Amplitudes, double[] Fluctuations, long Covered)
{
    /// <summary>How many windows there are.</summary>
    public int Count => Amplitudes.Length;

    /// <summary>Mean of the fluctuation over windows; NaN when there are none.</summary>
    public double MeanFluctuation
    {
        get
        {
            var sum = 0.0;
            foreach (var fluctuation in Fluctuations)
                sum += fluctuation;
            return sum / Fluctuations.Length;
        }
    }
}
