namespace Isonomia.Reporting.Figures.Scalp;

/// <summary>A point of the unit sphere around the head's centre: X to the right ear, Y to the nose, Z up.</summary>
public readonly record struct Direction3(double X, double Y, double Z)
{
    /// <summary>The point of the sphere below which the given vector passes.</summary>
    public static Direction3 Of(double x, double y, double z)
    {
        var length = Math.Sqrt(x * x + y * y + z * z);
        return length > 0 ? new Direction3(x / length, y / length, z / length) : new Direction3(0, 0, 1);
    }

    /// <summary>The cosine of the angle between two.</summary>
    public double Dot(Direction3 other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>
    /// Its place on the flat map seen from above, nose up: distance from the middle grows with the angle from the
    /// vertex (azimuthal equidistant), and is 1 at the given angle.
    /// </summary>
    public (double X, double Y) OnMap(double rimAngle)
    {
        var across = Math.Sqrt(X * X + Y * Y);
        var radius = Math.Atan2(across, Z) / rimAngle;
        return across > 1e-12 ? (X / across * radius, Y / across * radius) : (0, 0);
    }

    /// <summary>The inverse of <see cref="OnMap"/>.</summary>
    public static Direction3 FromMap(double x, double y, double rimAngle)
    {
        var radius = Math.Sqrt(x * x + y * y);
        var angle = Math.Min(radius * rimAngle, Math.PI);
        return radius > 1e-12
            ? new Direction3(x / radius * Math.Sin(angle), y / radius * Math.Sin(angle), Math.Cos(angle))
            : new Direction3(0, 0, 1);
    }
}
