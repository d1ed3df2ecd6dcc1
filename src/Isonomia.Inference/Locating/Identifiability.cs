using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Inference.Locating;

/// <summary>
/// Which combinations of parameters a spectrum tells and which it does not: directions along which the posterior's
/// variance is a given part of the prior's, from the generalised eigenproblem of the two covariances. Parameters are taken
/// over the width of their limits.
/// </summary>
/// <param name="Directions">From the best to the least known.</param>
public sealed record Identifiability(IReadOnlyList<IdentifiedDirection> Directions)
{
    private const int PriorDraws = 1000;

    /// <summary>Variance of the posterior over that of the prior, above which a direction is as good as unknown.</summary>
    public const double Unknown = 0.5;

    /// <summary>And below which it is known well.</summary>
    public const double Known = 0.1;

    /// <summary>Of a posterior.</summary>
    /// <param name="posterior">The posterior.</param>
    public static Identifiability Of(Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var likelihood = new Likelihoods.GammaLikelihood(posterior.Observed);
        var density = new SpectralDensity(posterior.Model, likelihood);
        var (point, draws) = (new double[density.Dimensions], new double[PriorDraws][]);
        for (var i = 0; i < PriorDraws; i++)
        {
            draws[i] = new double[density.Dimensions];
            density.DrawPrior(new Numerics.Random.RandomStream(1, "prior covariance", i), point);
            density.Parameters(point, draws[i]);
        }

        double[] widths = [.. posterior.Model.Parameters.Append(Likelihoods.Electrode.MuscleParameter).Select(p => p.High - p.Low)];
        var (prior, after) = (Covariance(draws, widths), Covariance(posterior.Draws, widths));
        // In coordinates in which the prior is round, the posterior's axes are the directions.
        var root = prior.Cholesky().Factor;
        var inverse = root.Inverse();
        var axes = (inverse * after * inverse.Transpose()).Evd(Symmetricity.Symmetric);
        return new Identifiability([.. Enumerable.Range(0, widths.Length).Select(k =>
        {
            // A direction of the parameters' space, in units of their widths, of length 1.
            var direction = (root * axes.EigenVectors.Column(k)).Normalize(2);
            var turn = direction[direction.AbsoluteMaximumIndex()] < 0 ? -1 : 1;
            return new IdentifiedDirection(Math.Max(0, axes.EigenValues[k].Real), [.. direction.Select(v => turn * v)]);
        })]);
    }

    private static Matrix<double> Covariance(double[][] draws, double[] widths)
    {
        var n = widths.Length;
        var means = Enumerable.Range(0, n).Select(i => draws.Average(d => d[i])).ToArray();
        return Matrix<double>.Build.Dense(n, n, (i, j) =>
            (draws.Average(d => (d[i] - means[i]) * (d[j] - means[j])) / (widths[i] * widths[j])) + (i == j ? 1e-12 : 0));
    }
}
