namespace Isonomia.Validation.Climbing;

/// <summary>A publication that a rung reproduces.</summary>
/// <param name="Citation">Authors and year.</param>
/// <param name="Doi">Its DOI, without a resolver before it.</param>
public sealed record Paper(string Citation, string Doi)
{
    /// <summary>As it is cited: <c>Brunel 2000, doi:10.1023/A:1008925309027</c>.</summary>
    public override string ToString() => $"{Citation}, doi:{Doi}";
}
