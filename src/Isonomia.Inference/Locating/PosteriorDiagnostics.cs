namespace Isonomia.Inference.Locating;

/// <summary>Whether the sampler has done its work.</summary>
/// <param name="RHatMax">The greatest R-hat of all parameters and coordinates.</param>
/// <param name="EssMin">The least effective sample size among them.</param>
/// <param name="Divergences">Trajectories that lost their energy.</param>
/// <param name="Draws">Draws, of all chains together.</param>
/// <param name="Evaluations">Of the likelihood.</param>
/// <param name="WhyNot">Why the posterior is not to be trusted; null where it has converged.</param>
public sealed record PosteriorDiagnostics(
    double RHatMax, double EssMin, int Divergences, int Draws, long Evaluations, string? WhyNot)
{
    /// <summary>Whether the chains agree and are long enough.</summary>
    public bool Converged => WhyNot is null;
}
