namespace Isonomia.Inference.Corticothalamic.Kernels;

/// <summary>exp(i angle) of one angle. Multiples of an angle come from products, which are cheaper than sines.</summary>
internal readonly record struct Turn(double Cos, double Sin)
{
    public static Turn None => new(1, 0);

    public Turn Twice => this * this;

    public static Turn operator *(Turn a, Turn b) => new((a.Cos * b.Cos) - (a.Sin * b.Sin), (a.Cos * b.Sin) + (a.Sin * b.Cos));

    public static Turn By(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new(cos, sin);
    }
}
