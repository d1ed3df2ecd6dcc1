using Isonomia.Inference.Models;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Inference.Fields;

/// <summary>
/// The spectrum of a field from its symbolic linearisation; its slopes by central differences, a ten-thousandth of each
/// parameter's limits wide in either direction, or one-sided where one side has no stable state.
/// </summary>
internal sealed class FieldEvaluation : SpectralEvaluation
{
    private const double RelativeStep = 1e-4;
    private readonly FieldSpectra spectra;
    private readonly double[] frequencies;
    private readonly double[] widths;
    private readonly double[] given;
    private readonly double[] power;
    private readonly double[] ahead;
    private readonly double[] behind;

    public FieldEvaluation(FieldSpectra spectra, FrequencyGrid grid, IEnumerable<ModelParameter> parameters)
    {
        this.spectra = spectra;
        frequencies = grid.ToArray();
        widths = [.. parameters.Select(p => p.High - p.Low)];
        given = new double[widths.Length];
        power = new double[frequencies.Length];
        ahead = new double[frequencies.Length];
        behind = new double[frequencies.Length];
    }

    public override bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> spectrum, bool withGradient)
    {
        parameters.CopyTo(given);
        if (!spectra.Density(given, frequencies, power))
            return false;
        power.CopyTo(spectrum);
        return true;
    }

    public override void Pull(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            var (here, step) = (given[i], RelativeStep * widths[i]);
            given[i] = here + step;
            var above = spectra.Density(given, frequencies, ahead);
            given[i] = here - step;
            var below = spectra.Density(given, frequencies, behind);
            given[i] = here;
            var (high, low) = (above ? ahead : power, below ? behind : power);
            var sum = 0.0;
            for (var j = 0; j < weights.Length; j++)
                sum += weights[j] * (high[j] - low[j]);
            gradient[i] = sum / (step * Math.Max(1, (above ? 1 : 0) + (below ? 1 : 0)));
        }
    }
}
