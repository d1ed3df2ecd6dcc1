namespace Isonomia.Simulation.Theory;

/// <summary>
/// The stationary, asynchronous state of a sparse network of leaky integrate-and-fire cells in the diffusion
/// approximation (Amit &amp; Brunel 1997, doi:10.1093/cercor/7.3.237; Brunel 2000, doi:10.1023/A:1008925309027): each
/// population's rate follows from the mean and the noise of its input, and these from all rates, so that rates must
/// agree with themselves. Correlations between inputs are left out.
/// </summary>
public sealed class MeanFieldCircuit
{
    private readonly IReadOnlyList<MeanFieldPopulation> populations;
    private readonly double[,] means;
    private readonly double[,] variances;
    private readonly double[] speeds;

    /// <summary>A circuit of populations and the projections between them.</summary>
    /// <exception cref="ArgumentException">A projection leads from or to a population that there is not.</exception>
    public MeanFieldCircuit(
        IReadOnlyList<MeanFieldPopulation> populations, IEnumerable<MeanFieldProjection> projections)
    {
        this.populations = populations;
        means = new double[populations.Count, populations.Count];
        variances = new double[populations.Count, populations.Count];
        foreach (var p in projections)
        {
            if (p.From < 0 || p.From >= populations.Count || p.To < 0 || p.To >= populations.Count)
            {
                throw new ArgumentException(
                    $"a projection from {p.From} to {p.To} among {populations.Count} populations", nameof(projections));
            }

            var tau = populations[p.To].Cell.Tau;
            means[p.To, p.From] += tau * p.InDegree * p.Jump;
            variances[p.To, p.From] +=
                tau * p.InDegree * p.Jump * p.Jump * (1 + p.RelativeDeviation * p.RelativeDeviation);
        }

        speeds = [.. Enumerable.Range(0, populations.Count).Select(SpeedOf)];
    }

    // Where inhibition lags behind, as it does at equal speeds, a network may circle around its state without end. That
    // inhibition follows faster moves no state.
    private double SpeedOf(int population) =>
        Enumerable.Range(0, populations.Count).Sum(to => means[to, population]) < 0 ? 5 : 1;

    /// <summary>What a population receives at given rates: the mean of V without threshold, and the strength of its
    /// noise, as <see cref="DiffusionLif.Rate"/> takes them.</summary>
    public (double Mean, double Noise) InputOf(int population, ReadOnlySpan<double> rates)
    {
        var (mean, variance) = (populations[population].ExternalMean, populations[population].ExternalVariance);
        for (var j = 0; j < rates.Length; j++)
        {
            mean += means[population, j] * rates[j];
            variance += variances[population, j] * rates[j];
        }

        return (mean, Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>
    /// Rates (Hz) that agree with themselves to 10^-9 of the largest. They are approached as a network would that
    /// relaxes towards what its input asks for, from silence unless told otherwise, so that of several states a stable
    /// one is found; then by Newton's method.
    /// </summary>
    /// <param name="start">Rates to begin from.</param>
    /// <exception cref="InvalidOperationException">Rates do not settle.</exception>
    public double[] Rates(IReadOnlyList<double>? start = null)
    {
        var rates = start?.ToArray() ?? new double[populations.Count];
        // Heun's method beside Euler's: recurrent gains of hundreds make the relaxation stiff, and the difference of
        // the two methods says how far a step may go.
        var step = 0.01;
        var lack = Lack(rates);
        for (var i = 1; i <= 100_000; i++)
        {
            // Steps at the limit of stability leave rates trembling, so that Newton's method is tried now and then.
            if ((i % 200 == 0 || Size(lack) <= 1e-3 * (1 + Largest(rates))) && Polished(rates) is { } polished)
                return polished;
            var euler = rates.Select((r, p) => Math.Max(0, r + step * speeds[p] * lack[p])).ToArray();
            var after = Lack(euler);
            var heun = rates.Select((r, p) => Math.Max(0, r + step / 2 * speeds[p] * (lack[p] + after[p]))).ToArray();
            var error = Distance(euler, heun) / (1e-3 * (1 + Largest(heun)));
            if (error <= 1)
                (rates, lack) = (heun, Lack(heun));
            step *= Math.Clamp(0.9 / Math.Sqrt(error + 1e-12), 0.2, 2);
        }

        throw new InvalidOperationException("the rates of the circuit do not settle");
    }

    /// <summary>The coefficients of variation of intervals at given rates.</summary>
    public double[] Variations(double[] rates) =>
        [.. populations.Select((p, i) => InputOf(i, rates) is var (mean, noise) ? p.Cell.Variation(mean, noise) : 0)];

    // By how much the rate that its input asks for exceeds each population's rate.
    private double[] Lack(double[] rates) => [.. populations.Select((p, i) =>
    {
        var (mean, noise) = InputOf(i, rates);
        return p.Cell.Rate(mean, noise) - rates[i];
    })];

    // Newton's method from close by; null where it leads away.
    private double[]? Polished(double[] start)
    {
        var n = start.Length;
        var rates = start.ToArray();
        for (var round = 0; round < 20; round++)
        {
            var lack = Lack(rates);
            if (Size(lack) <= 1e-9 * (1e-3 + Largest(rates)))
                return Array.TrueForAll(rates, r => r >= 0) ? rates : null;
            var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n);
            for (var j = 0; j < n; j++)
            {
                var moved = rates.ToArray();
                var by = 1e-6 * (1e-3 + rates[j]);
                moved[j] += by;
                var after = Lack(moved);
                for (var i = 0; i < n; i++)
                    matrix[i, j] = (after[i] - lack[i]) / by;
            }

            var change = matrix.Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(lack));
            for (var i = 0; i < n; i++)
                rates[i] -= change[i];
            if (!Array.TrueForAll(rates, double.IsFinite) || Distance(rates, start) > 0.1 * (1 + Largest(start)))
                return null;
        }

        return null;
    }

    private static double Size(double[] x) => x.Max(Math.Abs);

    private static double Largest(double[] rates) => rates.Max();

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
