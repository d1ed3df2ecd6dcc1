using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>
/// How an estimated spectrum scatters about the true one: as the average of so many independent periodograms, with so
/// much correlation between bins.
/// </summary>
/// <param name="EffectiveAverages">Independent periodograms that would scatter as much.</param>
/// <param name="NeighbourCorrelation">Correlation of two bins by their distance; the first is one.</param>
public sealed record SpectralScatter(double EffectiveAverages, double[] NeighbourCorrelation)
{
    /// <summary>
    /// Refits of a fitted model to spectra drawn from it: a parametric bootstrap of the whole procedure, the choice of
    /// peaks included.
    /// </summary>
    /// <param name="fit">A fit that succeeded.</param>
    /// <param name="options">What it was made with.</param>
    /// <param name="count">How many.</param>
    /// <remarks>
    /// Gamma variates are drawn from correlated normal ones by Wilson and Hilferty's cube (1931,
    /// doi:10.1073/pnas.17.12.684). The same numbers serve every spectrum.
    /// </remarks>
    public SpectralFit[] Refit(SpectralFit fit, SpectralParameterisationOptions options, int count)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        var bins = fit.Frequencies.Length;
        var root = CorrelationRoot(bins);
        var random = new RandomStream(0, "spectral scatter");
        // Scatter needs no convergence to the last digit: this stops after half the steps.
        var coarse = options with { Range = null, Tolerance = Math.Max(options.Tolerance, 1e-4) };
        var fitter = new SpectrumFitter(FrequencyAxis.Of(fit.Frequencies, null), coarse);
        var (normal, power) = (new double[bins], new double[bins]);
        var spread = 1 / (9 * EffectiveAverages);
        var refits = new SpectralFit[count];
        for (var r = 0; r < count; r++)
        {
            for (var i = 0; i < bins; i++)
                normal[i] = random.Normal();
            for (var i = 0; i < bins; i++)
            {
                var z = 0.0;
                for (var k = 0; k < root[i].Length; k++)
                    z += root[i][k] * normal[i - k];
                var cubeRoot = Math.Max(0.05, 1 - spread + z * Math.Sqrt(spread));
                power[i] = Math.Pow(10, fit.Model[i]) * cubeRoot * cubeRoot * cubeRoot;
            }

            refits[r] = fitter.Fit(power);
        }

        return refits;
    }

    /// <summary>
    /// The banded Cholesky factor L of the bins' correlation: row i holds what normal variates i, i - 1, ... count for.
    /// </summary>
    private double[][] CorrelationRoot(int bins)
    {
        var reach = NeighbourCorrelation.Length;
        var rows = new double[bins][];
        for (var i = 0; i < bins; i++)
        {
            var row = rows[i] = new double[Math.Min(reach, i + 1)];
            for (var k = row.Length - 1; k > 0; k--)
            {
                // L[i, i-k] = (c_k - sum over m > k of L[i, i-m] L[i-k, i-m]) / L[i-k, i-k].
                var sum = NeighbourCorrelation[k];
                for (var m = k + 1; m < row.Length; m++)
                    sum -= row[m] * (m - k < rows[i - k].Length ? rows[i - k][m - k] : 0);
                row[k] = sum / rows[i - k][0];
            }

            var own = NeighbourCorrelation[0];
            for (var k = 1; k < row.Length; k++)
                own -= row[k] * row[k];
            row[0] = Math.Sqrt(Math.Max(1e-6, own));
        }

        return rows;
    }
}
